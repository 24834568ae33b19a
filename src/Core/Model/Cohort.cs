using System.Collections.Immutable;
using System.Globalization;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A publication cohort: <c>YYYY-MM-C0</c> or <c>YYYY-MM-C1</c>, two a month (submission rules §4.2).</summary>
/// <remarks>Ordered by year, month, index. Any year will do, <c>0000</c> too.</remarks>
public readonly record struct Cohort : IComparable<Cohort>
{
    /// <summary>How many cohorts may adopt what is published in one: that cohort and the three that follow (submission rules §4.6).</summary>
    public const int AdoptionWindowLength = 4;

    private const int CohortsPerMonth = 2;
    private const int CohortsPerYear = 12 * CohortsPerMonth;

    // 'd' stands for any decimal digit, everything else for itself.
    private const string Form = "dddd-dd-Cd";

    private readonly int _ordinal;

    private Cohort(int ordinal) => _ordinal = ordinal;

    /// <summary>The year, from 0.</summary>
    public int Year => _ordinal / CohortsPerYear;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => (_ordinal % CohortsPerYear / CohortsPerMonth) + 1;

    /// <summary>0 or 1: the first or the second cohort of the month.</summary>
    public int Index => _ordinal % CohortsPerMonth;

    /// <summary>The cohort after this one.</summary>
    public Cohort Next => Plus(1);

    /// <summary>The cohorts in which what is published in this one may be adopted, this one first.</summary>
    public ImmutableArray<Cohort> AdoptionWindow
    {
        get
        {
            var window = ImmutableArray.CreateBuilder<Cohort>(AdoptionWindowLength);
            for (var step = 0; step < AdoptionWindowLength; step++)
            {
                window.Add(Plus(step));
            }

            return window.MoveToImmutable();
        }
    }

    /// <summary>Reads a cohort; null where the text names none.</summary>
    /// <remarks>White space around it is dropped, and digits may be of any script, as in the reference. The rule <c>target-cohort</c> asks for another form.</remarks>
    public static Cohort? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Span<int> digits = stackalloc int[7];
        var (at, digit) = (0, 0);
        foreach (var rune in text.AsSpan().Trim().EnumerateRunes())
        {
            if (at == Form.Length)
            {
                return null;
            }

            if (Form[at] != 'd')
            {
                if (rune.Value != Form[at])
                {
                    return null;
                }
            }
            else if (DecimalDigit.Of(rune) is not { } value)
            {
                return null;
            }
            else
            {
                digits[digit++] = value;
            }

            at++;
        }

        if (at != Form.Length)
        {
            return null;
        }

        var year = (((((digits[0] * 10) + digits[1]) * 10) + digits[2]) * 10) + digits[3];
        var month = (digits[4] * 10) + digits[5];

        // The index is told by the characters 0 and 1 alone, whatever the script of the other digits.
        return month is >= 1 and <= 12 && text.AsSpan().Trim()[^1] is ('0' or '1')
            ? new Cohort((year * CohortsPerYear) + ((month - 1) * CohortsPerMonth) + digits[6])
            : null;
    }

    /// <summary>The cohort that many steps later.</summary>
    public Cohort Plus(int steps) => new(_ordinal + steps);

    /// <inheritdoc/>
    public int CompareTo(Cohort other) => _ordinal.CompareTo(other._ordinal);

    /// <summary>Whether one cohort lies before another.</summary>
    public static bool operator <(Cohort left, Cohort right) => left._ordinal < right._ordinal;

    /// <summary>Whether one cohort lies after another.</summary>
    public static bool operator >(Cohort left, Cohort right) => left._ordinal > right._ordinal;

    /// <summary>Whether one cohort lies before another or is the same.</summary>
    public static bool operator <=(Cohort left, Cohort right) => left._ordinal <= right._ordinal;

    /// <summary>Whether one cohort lies after another or is the same.</summary>
    public static bool operator >=(Cohort left, Cohort right) => left._ordinal >= right._ordinal;

    /// <summary><c>2026-10-C1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-C{Index}");
}

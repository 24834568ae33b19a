using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A submission cohort, two a month: <c>2026-10-C0</c>, <c>2026-10-C1</c> (policy §4.6, v1.0).</summary>
/// <remarks>Cohorts are ordered by time. Any year from 0 to 9999 will do; the one after <c>9999-12-C1</c> is that of the year 10000, which prints with five digits and cannot be parsed.</remarks>
public readonly record struct Cohort : IComparable<Cohort>
{
    private const int PerMonth = 2;
    private const int PerYear = 12 * PerMonth;

    // Cohorts since 0000-01-C0: order, succession and equality are those of this number.
    private readonly int _ordinal;

    private Cohort(int ordinal) => _ordinal = ordinal;

    /// <summary>Makes a cohort.</summary>
    /// <param name="year">0 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="index">0 or 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort.</exception>
    public Cohort(int year, int month, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(year);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, PerMonth);
        _ordinal = (year * PerYear) + ((month - 1) * PerMonth) + index;
    }

    /// <summary>The year.</summary>
    public int Year => _ordinal / PerYear;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => (_ordinal % PerYear / PerMonth) + 1;

    /// <summary>0 for the first cohort of the month, 1 for the second.</summary>
    public int Index => _ordinal % PerMonth;

    /// <summary>The cohort after this one.</summary>
    public Cohort Next => After(1);

    /// <summary>The cohort that comes <paramref name="count"/> cohorts later.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public Cohort After(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(checked(_ordinal + count));
    }

    /// <summary>Reads a cohort: <c>YYYY-MM-C0</c> or <c>-C1</c>, digits of year and month of any script, white space around it ignored.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Cohort cohort)
    {
        cohort = default;
        if (text is null)
        {
            return false;
        }

        // Digits of any script become ASCII ones, everything else that is not ASCII becomes a character that fits nowhere.
        Span<char> plain = stackalloc char[10];
        var length = 0;
        foreach (var rune in PythonText.Trim(text.AsSpan()).EnumerateRunes())
        {
            if (length == plain.Length)
            {
                return false;
            }

            // The index is one of the characters 0 and 1 themselves, whatever the script of the other digits.
            var isIndex = length == plain.Length - 1;
            plain[length++] = rune.IsAscii ? (char)rune.Value
                : !isIndex && Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber ? (char)('0' + (int)Rune.GetNumericValue(rune))
                : '?';
        }

        if (length != plain.Length || plain[4] is not '-' || plain[7] is not '-' || plain[8] is not 'C' || plain[9] is not ('0' or '1')
            || !TryParseDigits(plain[..4], out var year) || !TryParseDigits(plain[5..7], out var month) || month is < 1 or > 12)
        {
            return false;
        }

        cohort = new Cohort(year, month, plain[9] - '0');
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Cohort other) => _ordinal.CompareTo(other._ordinal);

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(Cohort left, Cohort right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(Cohort left, Cohort right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not come after another.</summary>
    public static bool operator <=(Cohort left, Cohort right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not come before another.</summary>
    public static bool operator >=(Cohort left, Cohort right) => left.CompareTo(right) >= 0;

    /// <summary><c>YYYY-MM-C0</c> or <c>YYYY-MM-C1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-C{Index}");

    private static bool TryParseDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return !text.ContainsAnyExceptInRange('0', '9') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}

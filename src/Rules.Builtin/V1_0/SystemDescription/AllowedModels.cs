using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

/// <summary>The models of the round by the names that submissions use (policy §3.2).</summary>
[RuleData("v1.0/models.json")]
public sealed record AllowedModels
{
    private const int LongestName = 64;

    /// <summary>What the policy says: <c>data/v1.0/models.json</c>.</summary>
    public static AllowedModels Default { get; } = Parse(EmbeddedData.Read("v1.0/models.json"));

    /// <summary>The names, in the order in which messages list them.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Reads the list from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or the list is missing or none.</exception>
    public static AllowedModels Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new AllowedModels { Names = root["allowed"].Texts };
    }

    /// <summary>A name as folders spell it: without organisation, every character that is no letter, digit, <c>-</c> or <c>_</c> replaced by one <c>_</c>. Case is kept.</summary>
    public static string Canonical(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = PythonText.Trim(name.AsSpan(name.LastIndexOf('/') + 1));
        var canonical = new StringBuilder(last.Length);
        var wasUnderscore = false;
        foreach (var rune in last.EnumerateRunes())
        {
            var isUnderscore = !IsKept(rune);
            if (!isUnderscore)
            {
                canonical.Append(rune);
            }
            else if (!wasUnderscore)
            {
                canonical.Append('_');
            }

            wasUnderscore = isUnderscore;
        }

        var trimmed = canonical.ToString().Trim('_');
        return trimmed.Length <= LongestName ? trimmed : FirstCodePoints(trimmed);
    }

    private static bool IsKept(Rune rune) => rune.Value is '-' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static string FirstCodePoints(string text)
    {
        var (end, count) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (count++ == LongestName)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }
}

using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>Names of folders made from names that people gave (submission-cli 7.2).</summary>
internal static class Slug
{
    private const int MaxCodePoints = 64;
    private const string Unknown = "unknown";

    /// <summary>Letters, numbers, <c>_</c> and <c>-</c> stay, everything else becomes one <c>_</c>; at most 64 code points.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (var rune in PythonText.Trim(name).EnumerateRunes())
        {
            if (Stays(rune))
            {
                text.Append(rune);
            }
            else if (text.Length == 0 || text[^1] != '_')
            {
                text.Append('_');
            }
        }

        var slug = Collapse(text.ToString()).Trim('_');
        var end = 0;
        var count = 0;
        foreach (var rune in slug.EnumerateRunes())
        {
            if (++count > MaxCodePoints)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return end == 0 ? Unknown : slug[..end];
    }

    /// <summary>A system's folder: the name trimmed, blanks to <c>_</c>; separators, control characters and names of dots replaced, since they would name other folders.</summary>
    public static string System(string name)
    {
        var trimmed = PythonText.Trim(name);
        if (trimmed.Length == 0 || trimmed.AsSpan().IndexOfAnyExcept('.') < 0)
        {
            return Of(trimmed);
        }

        return string.Create(trimmed.Length, trimmed, static (target, source) =>
        {
            for (var at = 0; at < source.Length; at++)
            {
                target[at] = source[at] is ' ' or '/' or '\\' || char.IsControl(source[at]) ? '_' : source[at];
            }
        });
    }

    /// <summary>The folder of a model: the part after the last <c>/</c>.</summary>
    public static string Model(string name) => Of(name[(name.LastIndexOf('/') + 1)..]);

    private static bool Stays(Rune rune) => rune.Value is '_' or '-' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Underscores that were in the name count in runs with those that were put in.
    private static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c != '_' || result.Length == 0 || result[^1] != '_')
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}

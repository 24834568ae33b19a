using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Curves;

/// <summary>How a model's folder is called after its id: <c>meta-llama/Llama-3.1-8B-Instruct</c> gives <c>Llama-3_1-8B-Instruct</c>.</summary>
internal static class ModelFolderName
{
    private const int MaxLength = 64;

    /// <summary>What follows the last slash, trimmed; everything but letters, numerals, <c>-</c> and <c>_</c> becomes <c>_</c>, runs of which become one and ends are cut; the first 64 characters.</summary>
    public static string Of(string modelId)
    {
        var text = PythonText.Trim(modelId.AsSpan(modelId.LastIndexOf('/') + 1));
        var name = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '-' || IsAlphanumeric(rune))
            {
                name.Append(rune.ToString());
            }
            else if (name.Length == 0 || name[^1] != '_')
            {
                name.Append('_');
            }
        }

        return FirstCharacters(name.ToString().Trim('_'));
    }

    // Not .NET's \w, which takes combining marks and connectors too. What is no character at all comes as U+FFFD, which is none of these.
    private static bool IsAlphanumeric(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static string FirstCharacters(string name)
    {
        var end = 0;
        for (var characters = 0; characters < MaxLength && end < name.Length; characters++)
        {
            end += char.IsSurrogatePair(name, end) ? 2 : 1;
        }

        return name[..end];
    }
}

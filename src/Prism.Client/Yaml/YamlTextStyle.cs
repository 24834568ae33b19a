using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Prism.Client.Yaml;

/// <summary>Whether a text can stand without quotes, in single ones, or needs escapes.</summary>
internal static class YamlTextStyle
{
    private const string Indicators = "#,[]{}&*!|>'\"%@`";

    public enum Style
    {
        Plain,
        Single,
        Double,
    }

    public static Style Of(string text, bool isKey)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') is var at && at >= 0 && (isKey || text.AsSpan().Trim('\n').ContainsAnyExceptInRange(' ', '~') && HasSpecial(text)))
        {
            return Style.Double;
        }

        if (HasBlankBesideBreak(text))
        {
            return Style.Double;
        }

        return MayBePlain(text) && ReadsAsItself(text) ? Style.Plain : Style.Single;
    }

    public static string DoubleQuoted(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                0 => "\\0",
                7 => "\\a",
                8 => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                11 => "\\v",
                12 => "\\f",
                '\r' => "\\r",
                27 => "\\e",
                0x85 => "\\N",
                0xA0 => "\\_",
                0x2028 => "\\L",
                0x2029 => "\\P",
                >= ' ' and <= '~' => rune.ToString(),
                <= 0xFF => string.Create(CultureInfo.InvariantCulture, $"\\x{rune.Value:X2}"),
                <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
            });
        }

        return result.Append('"').ToString();
    }

    private static bool HasSpecial(string text)
    {
        foreach (var c in text)
        {
            if (c != '\n' && c is not (>= ' ' and <= '~'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasBlankBesideBreak(string text) => text.Contains(" \n", StringComparison.Ordinal);

    private static bool MayBePlain(string text)
    {
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ' || text.Contains('\n', StringComparison.Ordinal)
            || text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal)
            || Indicators.Contains(text[0], StringComparison.Ordinal))
        {
            return false;
        }

        if (text[0] is '?' or ':' or '-' && (text.Length == 1 || text[1] == ' '))
        {
            return false;
        }

        for (var at = 1; at < text.Length; at++)
        {
            if ((text[at] == ':' && (at + 1 == text.Length || text[at + 1] == ' ')) || (text[at] == '#' && text[at - 1] == ' '))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the bare text would be read as this text, not as a number, a date or a word of its own.</summary>
    private static bool ReadsAsItself(string text)
        => DocumentReader.Read(Encoding.UTF8.GetBytes(text), SubmissionPath.Root, DocumentLanguage.Yaml).Root is { Kind: NodeKind.Text } node && string.Equals(node.AsText, text, StringComparison.Ordinal);
}

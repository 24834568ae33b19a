using System.Buffers;
using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Shared;

/// <summary>How PyYAML writes a text: without quotes where it reads back as itself, in single quotes, or with escapes.</summary>
internal enum YamlTextStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
}

/// <summary>Chooses the style of a text as PyYAML's <c>analyze_scalar</c> does with <c>allow_unicode=False</c>.</summary>
internal static class YamlTextStyles
{
    private const string Indicators = "#,[]{}&*!|>'\"%@`";
    private const string LineBreaks = "\n\u0085\u2028\u2029";

    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c), '\n']);

    /// <summary>Whether a text has several lines; as a key it then stands behind a question mark.</summary>
    public static bool IsMultiline(string text) => text.AsSpan().IndexOfAny(LineBreaks) >= 0;

    /// <summary>The style of a text as a value, or as a key behind a question mark or before a colon.</summary>
    public static YamlTextStyle Of(string text)
    {
        var isUnprintable = text.AsSpan().ContainsAnyExcept(Printable);
        return isUnprintable || text.Contains(" \n", StringComparison.Ordinal) || text.Contains("\n ", StringComparison.Ordinal) ? YamlTextStyle.DoubleQuoted
            : MayBePlain(text) && ReadsAsItself(text) ? YamlTextStyle.Plain
            : YamlTextStyle.SingleQuoted;
    }

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

    // The words that YAML 1.1 gives a meaning of its own when they stand alone: the value and the merge key.
    private static bool ReadsAsItself(string text)
        => text is not ("=" or "<<")
            && DocumentReader.Read(Encoding.UTF8.GetBytes(text), SubmissionPath.Root, DocumentLanguage.Yaml).Root is { Kind: NodeKind.Text } node
            && string.Equals(node.AsText, text, StringComparison.Ordinal);
}

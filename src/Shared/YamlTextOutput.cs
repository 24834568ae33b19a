using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Shared;

/// <summary>The lines that <see cref="YamlBlockWriter"/> writes: indicators, words and texts, folded as PyYAML folds them.</summary>
internal sealed class YamlTextOutput
{
    private const int BestWidth = 80;

    private readonly StringBuilder _text = new();
    private int _column;
    private bool _isBlank = true;

    /// <summary>Whether nothing but indentation and indicators stands on the line: a list may begin here.</summary>
    public bool IsIndentation { get; private set; } = true;

    /// <summary>Begins a line, unless the present one holds nothing beyond this indentation.</summary>
    public void StartLine(int indent)
    {
        if (!IsIndentation || _column > indent || (_column == indent && !_isBlank))
        {
            EndLine();
        }

        if (_column < indent)
        {
            _text.Append(' ', indent - _column);
            (_column, _isBlank) = (indent, true);
        }
    }

    /// <summary>A dash, a question mark, or a colon that stands on its own.</summary>
    public void Indicator(char indicator)
    {
        var wasIndentation = IsIndentation;
        Word(indicator.ToString());
        IsIndentation = wasIndentation;
    }

    /// <summary>The colon behind a key.</summary>
    public void Colon() => Append(":");

    /// <summary>A word without quotes, a blank before it where one is missing.</summary>
    public void Word(string word) => Append(_isBlank ? word : " " + word);

    /// <summary>A text in the style that it needs.</summary>
    public void Text(string text, int indent, bool isSimpleKey)
    {
        switch (YamlTextStyles.Of(text))
        {
            case YamlTextStyle.Plain:
                Word("");
                Folded(text, indent, isSimpleKey, isQuoted: false);
                break;
            case YamlTextStyle.SingleQuoted:
                Word("'");
                Folded(text, indent, isSimpleKey, isQuoted: true);
                Append("'");
                break;
            default:
                Word("\"");
                Escaped(CodePoints(text), indent, isSimpleKey);
                Append("\"");
                break;
        }
    }

    /// <summary>Writes runs of blanks, of line breaks and of others; a single blank beyond the best width becomes a line end.</summary>
    private void Folded(string text, int indent, bool isSimpleKey, bool isQuoted)
    {
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var length = rest[0] is ' ' or '\n' ? rest.IndexOfAnyExcept(rest[0]) : rest.IndexOfAny(' ', '\n');
            length = length < 0 ? rest.Length : length;
            if (rest[0] == '\n')
            {
                // One break would be read as a blank: it takes two.
                for (var line = 0; line <= length; line++)
                {
                    EndLine();
                }

                StartLine(indent);
            }
            else if (rest[0] == ' ' && length == 1 && _column > BestWidth && !isSimpleKey && !(isQuoted && (at == 0 || at + 1 == text.Length)))
            {
                StartLine(indent);
            }
            else
            {
                Append(isQuoted ? text.Substring(at, length).Replace("'", "''", StringComparison.Ordinal) : text.Substring(at, length));
            }

            at += length;
        }

        (_isBlank, IsIndentation) = (false, false);
    }

    /// <summary>Writes escapes; beyond the width a backslash ends the line at a blank or behind an escape.</summary>
    private void Escaped(int[] text, int indent, bool isSimpleKey)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is < ' ' or > '~' or '"' or '\\')
            {
                Append(Ascii(start, at) + Escape(text[at]));
                start = at + 1;
            }

            if (at > 0 && at < text.Length - 1 && (text[at] == ' ' || start >= at) && _column + at - start > BestWidth && !isSimpleKey)
            {
                Append(Ascii(start, at) + '\\');
                start = Math.Max(start, at);
                StartLine(indent);
                (_isBlank, IsIndentation) = (false, false);
                if (text[start] == ' ')
                {
                    Append("\\");
                }
            }
        }

        Append(Ascii(start, text.Length));

        string Ascii(int from, int to) => string.Concat(text.Skip(from).Take(to - from).Select(static c => (char)c));
    }

    private static string Escape(int codePoint) => codePoint switch
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
        <= 0xFF => string.Create(CultureInfo.InvariantCulture, $"\\x{codePoint:X2}"),
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{codePoint:X4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{codePoint:X8}"),
    };

    // Unpaired surrogates stay what they are.
    private static int[] CodePoints(string text)
    {
        var points = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            points.Add(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? char.ConvertToUtf32(text[at], text[++at]) : text[at]);
        }

        return [.. points];
    }

    private void Append(string text)
    {
        _text.Append(text);
        _column += text.Length;
        (_isBlank, IsIndentation) = (false, false);
    }

    private void EndLine()
    {
        _text.Append('\n');
        (_column, _isBlank, IsIndentation) = (0, true, true);
    }

    public override string ToString() => _text.ToString();
}

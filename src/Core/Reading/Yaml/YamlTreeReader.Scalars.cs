using System.Buffers;
using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <content>The three forms of scalars, with the folding of their lines.</content>
internal ref partial struct YamlTreeReader
{
    // What may end a run of a plain scalar, of a quoted one, of a line: the last two are the first bytes of the line breaks beyond ASCII.
    private static readonly StopBytes PlainStops = new(
        [(byte)' ', (byte)'\t', (byte)'\n', (byte)'\r', (byte)':', 0xC2, 0xE2]);
    private static readonly StopBytes FlowPlainStops = new(
        [(byte)' ', (byte)'\t', (byte)'\n', (byte)'\r', (byte)':', (byte)',', (byte)'?', (byte)'[', (byte)']', (byte)'{', (byte)'}', 0xC2, 0xE2]);

    private static readonly StopBytes QuotedStops = new(
        [(byte)'\'', (byte)'"', (byte)'\\', (byte)' ', (byte)'\t', (byte)'\n', (byte)'\r', 0xC2, 0xE2]);
    private static readonly StopBytes LineStops = new(
        [(byte)'\n', (byte)'\r', 0xC2, 0xE2]);

    private YamlToken ScanPlainScalar()
    {
        var at = Here;
        var indent = _indent + 1;
        string? first = null;
        StringBuilder? text = null;
        var spaces = "";
        while (Peek() != '#')
        {
            var length = PlainLength();
            if (length == 0)
            {
                break;
            }

            _allowsSimpleKey = false;
            if (first is null)
            {
                first = Take(length);
            }
            else
            {
                (text ??= new StringBuilder(first)).Append(spaces).Append(Encoding.UTF8.GetString(_utf8.Slice(_at, length)));
                ForwardRun(length);
            }

            spaces = ScanPlainSpaces();
            if (spaces.Length == 0 || (_flowLevel == 0 && _column < indent))
            {
                break;
            }
        }

        return new YamlToken(YamlTokenKind.Scalar, at, text?.ToString() ?? first ?? "", IsPlain: true);
    }

    // Bytes up to a blank, a line break, a colon that ends a key, or what ends an element of a flow collection.
    private readonly int PlainLength()
    {
        var length = 0;
        while (_at + length < _utf8.Length)
        {
            var next = (_flowLevel > 0 ? FlowPlainStops : PlainStops).IndexIn(_utf8[(_at + length)..]);
            if (next < 0)
            {
                return _utf8.Length - _at;
            }

            length += next;
            var ends = _utf8[_at + length] switch
            {
                (byte)':' => IsBlankBreakOrEnd(length + 1) || (_flowLevel > 0 && Peek(length + 1) is (byte)',' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}'),
                0xC2 or 0xE2 => BreakLength(length) > 0,
                _ => true,
            };
            if (ends)
            {
                return length;
            }

            length++;
        }

        return length;
    }

    // The blanks and line breaks behind a run of a plain scalar, folded; empty where the scalar ends.
    private string ScanPlainSpaces()
    {
        var length = 0;
        while (Peek(length) == ' ')
        {
            length++;
        }

        var spaces = Take(length);
        if (BreakLength() == 0)
        {
            return spaces;
        }

        var first = ScanBreak();
        _allowsSimpleKey = true;
        if (IsMarkHere((byte)'-') || IsMarkHere((byte)'.'))
        {
            return "";
        }

        StringBuilder? breaks = null;
        while (true)
        {
            if (Peek() == ' ')
            {
                Forward();
            }
            else if (BreakLength() > 0)
            {
                (breaks ??= new StringBuilder()).Append(ScanBreak());
                if (IsMarkHere((byte)'-') || IsMarkHere((byte)'.'))
                {
                    return "";
                }
            }
            else
            {
                return Fold(first, breaks);
            }
        }
    }

    // One line break becomes a space, several lose the first; the breaks beyond ASCII always stay.
    private static string Fold(char first, StringBuilder? breaks)
        => first != '\n' ? string.Concat(first.ToString(), breaks?.ToString()) : breaks?.ToString() ?? " ";

    private char ScanBreak()
    {
        var unit = _utf8[_at] == 0xE2 ? (char)(_utf8[_at + 2] - 0xA8 + '\u2028') : '\n';
        Forward();
        return unit;
    }

    private YamlToken ScanQuotedScalar()
    {
        var at = Here;
        var quote = Peek();
        Forward();

        // Nearly every quoted text is one run.
        var run = QuotedStops.IndexIn(_utf8[_at..]);
        if (run >= 0 && _utf8[_at + run] == quote && !(quote == '\'' && Peek(run + 1) == '\''))
        {
            var whole = Take(run);
            Forward();
            return new YamlToken(YamlTokenKind.Scalar, at, whole);
        }

        var text = new StringBuilder();
        ScanQuotedRun(quote, text, at);
        while (Peek() != quote)
        {
            ScanQuotedSpaces(text, at);
            ScanQuotedRun(quote, text, at);
        }

        Forward();
        return new YamlToken(YamlTokenKind.Scalar, at, text.ToString());
    }

    private void ScanQuotedRun(byte quote, StringBuilder text, SourceLocation at)
    {
        while (true)
        {
            var length = 0;
            while (true)
            {
                var next = QuotedStops.IndexIn(_utf8[(_at + length)..]);
                if (next < 0)
                {
                    throw Unclosed(at);
                }

                length += next;
                if (_utf8[_at + length] is not (0xC2 or 0xE2) || BreakLength(length) > 0)
                {
                    break;
                }

                length++;
            }

            text.Append(Encoding.UTF8.GetString(_utf8.Slice(_at, length)));
            ForwardRun(length);
            var unit = Peek();
            if (unit == '\'' && quote == '\'' && Peek(1) == '\'')
            {
                text.Append('\'');
                ForwardRun(2);
            }
            else if (unit == '\\' && quote == '"')
            {
                ScanEscape(text);
            }
            else if (unit is (byte)'\'' or (byte)'"' or (byte)'\\' && unit != quote)
            {
                text.Append((char)unit);
                Forward();
            }
            else
            {
                return;
            }
        }
    }

    private void ScanEscape(StringBuilder text)
    {
        var at = Here;
        Forward();
        if (BreakLength() > 0)
        {
            // An escaped line break joins the lines; blank lines behind it stay.
            ScanBreak();
            ScanQuotedBreaks(text);
            return;
        }

        var unit = Peek();
        char? single = unit switch
        {
            (byte)'0' => '\0',
            (byte)'a' => '\a',
            (byte)'b' => '\b',
            (byte)'t' or (byte)'\t' => '\t',
            (byte)'n' => '\n',
            (byte)'v' => '\v',
            (byte)'f' => '\f',
            (byte)'r' => '\r',
            (byte)'e' => '\u001B',
            (byte)' ' or (byte)'"' or (byte)'\\' or (byte)'/' => (char)unit,
            (byte)'N' => '\u0085',
            (byte)'_' => '\u00A0',
            (byte)'L' => '\u2028',
            (byte)'P' => '\u2029',
            _ => null,
        };
        if (single is { } character && _at < _utf8.Length)
        {
            text.Append(character);
            Forward();
            return;
        }

        var digits = unit switch { (byte)'x' => 2, (byte)'u' => 4, (byte)'U' => 8, _ => 0 };
        if (digits == 0)
        {
            throw UnreadableException.Syntax("a backslash in a text in double quotes begins no escape that YAML knows", at);
        }

        Forward();
        var value = 0L;
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiHexDigit((char)Peek(i)))
            {
                throw UnreadableException.Syntax(string.Create(CultureInfo.InvariantCulture, $"\\{(char)unit} in a text needs {digits} hexadecimal digits"), at);
            }

            value = (value << 4) | (uint)Convert.ToInt32(((char)Peek(i)).ToString(), 16);
        }

        if (value > 0x10FFFF)
        {
            throw UnreadableException.Syntax("\\U in a text names no character: the last one is \\U0010FFFF", at);
        }

        ForwardRun(digits);
        if (value > 0xFFFF)
        {
            text.Append(char.ConvertFromUtf32((int)value));
        }
        else
        {
            // Half a surrogate pair is kept as it is.
            text.Append((char)value);
        }
    }

    private void ScanQuotedSpaces(StringBuilder text, SourceLocation at)
    {
        var length = 0;
        while (Peek(length) is (byte)' ' or (byte)'\t')
        {
            length++;
        }

        var spaces = Take(length);
        if (_at >= _utf8.Length)
        {
            throw Unclosed(at);
        }

        if (BreakLength() == 0)
        {
            text.Append(spaces);
            return;
        }

        var first = ScanBreak();
        var start = text.Length;
        ScanQuotedBreaks(text);
        if (first != '\n')
        {
            text.Insert(start, first);
        }
        else if (text.Length == start)
        {
            text.Append(' ');
        }
    }

    private void ScanQuotedBreaks(StringBuilder text)
    {
        while (true)
        {
            if (IsMarkHere((byte)'-') || IsMarkHere((byte)'.'))
            {
                throw UnreadableException.Syntax("a text in quotes does not end before the document does", Here);
            }

            while (Peek() is (byte)' ' or (byte)'\t')
            {
                Forward();
            }

            if (BreakLength() == 0)
            {
                return;
            }

            text.Append(ScanBreak());
        }
    }

    private static UnreadableException Unclosed(SourceLocation at) => UnreadableException.Syntax("the file ends inside a text in quotes that begins here", at);

    private YamlToken ScanBlockScalar()
    {
        var at = Here;
        var isFolded = Peek() == '>';
        Forward();
        var (chomping, increment) = ScanBlockIndicators();
        SkipRestOfLine("the end of the line behind the sign of a block text");

        var minIndent = Math.Max(_indent + 1, 1);
        var breaks = new StringBuilder();
        int indent;
        if (increment == 0)
        {
            indent = Math.Max(minIndent, ScanBlockIndentation(breaks));
        }
        else
        {
            indent = minIndent + increment - 1;
            ScanBlockBreaks(indent, breaks);
        }

        var text = new StringBuilder();
        var lineBreak = "";
        while (_column == indent && _at < _utf8.Length)
        {
            text.Append(breaks);
            breaks.Clear();
            var beginsWithBlank = Peek() is (byte)' ' or (byte)'\t';
            var length = LineLength();
            text.Append(Encoding.UTF8.GetString(_utf8.Slice(_at, length)));
            ForwardRun(length);
            lineBreak = BreakLength() > 0 ? ScanBreak().ToString() : "";
            ScanBlockBreaks(indent, breaks);
            if (_column != indent || _at >= _utf8.Length)
            {
                break;
            }

            if (isFolded && lineBreak is "\n" && !beginsWithBlank && Peek() is not ((byte)' ' or (byte)'\t'))
            {
                text.Append(breaks.Length == 0 ? " " : "");
            }
            else
            {
                text.Append(lineBreak);
            }
        }

        if (chomping != '-')
        {
            text.Append(lineBreak);
        }

        if (chomping == '+')
        {
            text.Append(breaks);
        }

        return new YamlToken(YamlTokenKind.Scalar, at, text.ToString());
    }

    private (char Chomping, int Increment) ScanBlockIndicators()
    {
        var chomping = '\0';
        var increment = 0;
        for (var i = 0; i < 2; i++)
        {
            var unit = Peek();
            if (chomping == '\0' && unit is (byte)'+' or (byte)'-')
            {
                chomping = (char)unit;
                Forward();
            }
            else if (increment == 0 && unit is >= (byte)'0' and <= (byte)'9')
            {
                increment = unit - '0';
                if (increment == 0)
                {
                    throw Unexpected("an indentation from 1 to 9");
                }

                Forward();
            }
        }

        return IsSpaceBreakOrEnd() ? (chomping, increment) : throw Unexpected("the end of the line behind the sign of a block text");
    }

    private readonly int LineLength()
    {
        var length = 0;
        while (_at + length < _utf8.Length)
        {
            var next = LineStops.IndexIn(_utf8[(_at + length)..]);
            if (next < 0)
            {
                return _utf8.Length - _at;
            }

            length += next;
            if (BreakLength(length) > 0)
            {
                return length;
            }

            length++;
        }

        return length;
    }

    // The blank lines before a block text, and how far its widest line of blanks reaches.
    private int ScanBlockIndentation(StringBuilder breaks)
    {
        var widest = 0;
        while (true)
        {
            if (Peek() == ' ')
            {
                Forward();
                widest = Math.Max(widest, _column);
            }
            else if (BreakLength() > 0)
            {
                breaks.Append(ScanBreak());
            }
            else
            {
                return widest;
            }
        }
    }

    private void ScanBlockBreaks(int indent, StringBuilder breaks)
    {
        while (true)
        {
            while (_column < indent && Peek() == ' ')
            {
                Forward();
            }

            if (BreakLength() == 0)
            {
                return;
            }

            breaks.Append(ScanBreak());
        }
    }
}

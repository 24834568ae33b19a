using System.Globalization;
using System.Numerics;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <content>Literals, numbers and texts.</content>
internal ref partial struct JsonTreeReader
{
    private void Expect(ReadOnlySpan<byte> literal)
    {
        Ahead(literal.Length);
        if (!_utf8[_position.At..].StartsWith(literal))
        {
            throw Unexpected("a value");
        }

        _position.At += literal.Length;
    }

    private Node ReadNumber(bool isKept, SourceLocation at)
    {
        if (_window is not null)
        {
            HoldNumber();
        }

        var start = _position.At;
        var end = start;
        if (_utf8[end] == '-')
        {
            end++;
            if (end < _utf8.Length && _utf8[end] == 'I')
            {
                Expect("-Infinity"u8);
                return Node.Number(at, double.NegativeInfinity);
            }
        }

        var digits = CountDigits(end);
        if (digits == 0)
        {
            _position.At = end;
            throw Unexpected("a digit");
        }

        if (digits > 1 && _utf8[end] == '0')
        {
            throw UnreadableException.Syntax("a number may not begin with 0 before another digit", at);
        }

        end += digits;
        var isInteger = true;
        if (end < _utf8.Length && _utf8[end] == '.')
        {
            isInteger = false;
            end = SkipDigits(end + 1);
        }

        if (end < _utf8.Length && _utf8[end] is (byte)'e' or (byte)'E')
        {
            isInteger = false;
            end += end + 1 < _utf8.Length && _utf8[end + 1] is (byte)'+' or (byte)'-' ? 2 : 1;
            end = SkipDigits(end);
        }

        _position.At = end;
        if (isInteger && digits > _limits.MaxIntegerDigits)
        {
            throw UnreadableException.Limit(
                string.Create(CultureInfo.InvariantCulture, $"it holds an integer of {digits} digits, more than the {_limits.MaxIntegerDigits} that are read"), at);
        }

        return isKept ? NumberOf(_utf8[start..end], isInteger, digits, at) : Passed;
    }

    private static Node NumberOf(ReadOnlySpan<byte> number, bool isInteger, int digits, SourceLocation at)
    {
        if (!isInteger)
        {
            var real = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
            return Node.Number(at, real, double.IsFinite(real) ? null : Encoding.UTF8.GetString(number));
        }

        if (digits > 18)
        {
            return Node.Integer(at, BigInteger.Parse(Encoding.UTF8.GetString(number), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }

        var value = 0L;
        var isNegative = number[0] == '-';
        foreach (var digit in isNegative ? number[1..] : number)
        {
            value = (value * 10) + (digit - '0');
        }

        return Node.Integer(at, isNegative ? -value : value);
    }

    private readonly int CountDigits(int at) => Digits.CountIn(_utf8[at..]);

    private int SkipDigits(int at)
    {
        var digits = CountDigits(at);
        if (digits == 0)
        {
            _position.At = at;
            throw Unexpected("a digit");
        }

        return at + digits;
    }

    private string ReadString(bool isKept, bool isKey)
    {
        var start = ++_position.At;
        var length = StringStops.IndexIn(_utf8[start..]);
        if (length >= 0 && _utf8[start + length] == '"')
        {
            var plain = _utf8.Slice(start, length);
            _position.At = start + length + 1;
            var isAscii = Ascii.IsValid(plain);
            if (!isAscii)
            {
                _position.Continuations += CountContinuations(plain);
            }

            return !isKept ? "" : !isAscii ? Encoding.UTF8.GetString(plain) : isKey ? KeyCache.Get(plain) : AsciiText.Of(plain);
        }

        return ReadEscapedString(isKept, LocationOf(start - 1));
    }

    // From an opening quote on; a text that the window cuts comes in parts.
    private string ReadEscapedString(bool isKept, SourceLocation at)
    {
        var text = isKept ? new StringBuilder() : null;
        while (true)
        {
            var length = StringStops.IndexIn(_utf8[_position.At..]);
            if (length < 0)
            {
                length = _utf8.Length - _position.At;
            }

            var plain = _utf8.Slice(_position.At, length);
            _position.Continuations += CountContinuations(plain);
            text?.Append(Encoding.UTF8.GetString(plain));
            _position.At += length;
            if (_position.At == _utf8.Length)
            {
                if (!More())
                {
                    throw UnreadableException.Syntax("the file ends inside a text that begins here; its closing quote is missing", at);
                }

                continue;
            }

            switch (_utf8[_position.At])
            {
                case (byte)'"':
                    _position.At++;
                    return text?.ToString() ?? "";
                case (byte)'\\':
                    var unit = ReadEscape();
                    text?.Append(unit);
                    break;
                default:
                    throw Unexpected("a text may hold control characters only as escapes such as \\n; another character");
            }
        }
    }

    private char ReadEscape()
    {
        Ahead(LongestEscape);
        var at = _position.At;
        var escape = at + 1 < _utf8.Length ? _utf8[at + 1] : (byte)0;
        var unit = escape switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' => (char)escape,
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'u' => '\0',
            _ => throw UnreadableException.Syntax("a backslash in a text begins none of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", Here),
        };
        if (escape != 'u')
        {
            _position.At = at + 2;
            return unit;
        }

        var value = 0;
        for (var i = at + 2; i < at + 6; i++)
        {
            var digit = i < _utf8.Length && char.IsAsciiHexDigit((char)_utf8[i]) ? Convert.ToInt32(((char)_utf8[i]).ToString(), 16) : throw UnreadableException.Syntax("\\u in a text needs four hexadecimal digits", Here);
            value = (value << 4) | digit;
        }

        _position.At = at + 6;
        return (char)value;
    }

    private static int CountContinuations(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
        {
            count += (unit & 0xC0) == 0x80 ? 1 : 0;
        }

        return count;
    }
}

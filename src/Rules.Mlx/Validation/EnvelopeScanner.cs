using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using MlPerf.Endpoints.Rules.Mlx.Schema;

namespace MlPerf.Endpoints.Rules.Mlx.Validation;

/// <summary>Judges a document in one pass over its bytes: whether it is JSON and keeps to the schema. No tree, no text, no allocation.</summary>
/// <remarks>"Yes" is certain. "No" also stands for what is rare and easier to judge on a tree: an escape where a name or a constrained text is wanted,
/// a whole number beyond a double, nesting beyond <see cref="MaxDepth"/>, a faulty value that a later member of the same name replaces.</remarks>
internal ref struct EnvelopeScanner
{
    private const int MaxDepth = 1024;

    // A whole number of fewer digits is within a double.
    private const int SafeDigits = 300;

    private static readonly SearchValues<byte> StringStops = SearchValues.Create(
        [(byte)'"', (byte)'\\', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    private readonly ReadOnlySpan<byte> _utf8;
    private int _at;

    private EnvelopeScanner(ReadOnlySpan<byte> utf8) => _utf8 = utf8;

    private readonly byte Next => _at < _utf8.Length ? _utf8[_at] : (byte)0;

    public static bool IsValid(ReadOnlySpan<byte> utf8, SchemaNode schema)
    {
        if (!Utf8.IsValid(utf8))
        {
            return false;
        }

        var scanner = new EnvelopeScanner(utf8);
        scanner.SkipSpace();
        if (!scanner.Value(schema))
        {
            return false;
        }

        scanner.SkipSpace();
        return scanner._at == utf8.Length;
    }

    // Recursion follows the schema, which is not deep; what the schema leaves open is passed over without.
    private bool Value(SchemaNode schema)
    {
        var kinds = schema.Kinds;
        switch (Next)
        {
            case (byte)'"':
                return (kinds & JsonKinds.String) != 0 && Text(schema);
            case (byte)'{':
                return schema.IsAnything ? PassOver() : (kinds & JsonKinds.Object) != 0 && Object(schema);
            case (byte)'[':
                return schema.Items is null ? (kinds & JsonKinds.Array) != 0 && PassOver() : Array(schema.Items);
            case (byte)'t':
                return (kinds & JsonKinds.Boolean) != 0 && Literal("true"u8);
            case (byte)'f':
                return (kinds & JsonKinds.Boolean) != 0 && Literal("false"u8);
            case (byte)'n':
                return (kinds & JsonKinds.Null) != 0 && Literal("null"u8);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return (kinds & (JsonKinds.Number | JsonKinds.Integer)) != 0 && Number(schema);
            default:
                return false;
        }
    }

    private bool Object(SchemaNode schema)
    {
        _at++;
        SkipSpace();
        var seen = 0UL;
        if (Next == '}')
        {
            _at++;
            return schema.RequiredMask == 0;
        }

        var likely = 0;
        while (true)
        {
            if (Next != '"' || !String(out var name, out var isEscaped) || isEscaped)
            {
                return false;
            }

            SkipSpace();
            if (Next != ':')
            {
                return false;
            }

            _at++;
            SkipSpace();
            var index = IndexOf(schema.Members, name, likely);
            if (index >= 0)
            {
                // Writers keep to an order: the next name is mostly the next member.
                likely = index + 1;
                seen |= 1UL << index;
                if (!Value(schema.Members[index].Schema))
                {
                    return false;
                }
            }
            else if (schema.IsClosed || !(schema.Others is { } others ? Value(others) : PassOver()))
            {
                return false;
            }

            SkipSpace();
            switch (Next)
            {
                case (byte)',':
                    _at++;
                    SkipSpace();
                    break;
                case (byte)'}':
                    _at++;
                    return (seen & schema.RequiredMask) == schema.RequiredMask;
                default:
                    return false;
            }
        }
    }

    private bool Array(SchemaNode items)
    {
        _at++;
        SkipSpace();
        if (Next == ']')
        {
            _at++;
            return true;
        }

        while (true)
        {
            if (!Value(items))
            {
                return false;
            }

            SkipSpace();
            switch (Next)
            {
                case (byte)',':
                    _at++;
                    SkipSpace();
                    break;
                case (byte)']':
                    _at++;
                    return true;
                default:
                    return false;
            }
        }
    }

    private bool Text(SchemaNode schema)
    {
        if (!String(out var text, out var isEscaped))
        {
            return false;
        }

        if (schema.IsAnyText)
        {
            return true;
        }

        return !isEscaped
            && (schema.Utf8Options is not { } options || IsOneOf(options, text))
            && (schema.MinLength == 0 || CodePoints(text) >= schema.MinLength)
            && schema.Pattern?.Matches(text) is not false
            && (!schema.IsDateTime || Rfc3339.IsDateTime(text));
    }

    private bool Number(SchemaNode schema)
    {
        var start = _at;
        if (!Digits(out var isWhole, out var length))
        {
            return false;
        }

        var isInteger = (schema.Kinds & JsonKinds.Number) == 0;
        if (isInteger ? isWhole && length < SafeDigits : schema.Minimum is not { } minimum || (_utf8[start] != '-' && minimum <= 0))
        {
            return true;
        }

        var value = double.Parse(_utf8[start.._at], NumberStyles.Float, CultureInfo.InvariantCulture);
        return (!isInteger || (double.IsFinite(value) && Math.Truncate(value) == value)) && (schema.Minimum is not { } least || value >= least);
    }

    private bool Digits(out bool isWhole, out int length)
    {
        var start = _at;
        isWhole = true;
        length = 0;
        if (Next == '-')
        {
            _at++;
        }

        if (Next == '0')
        {
            _at++;
        }
        else if (!SkipDigits())
        {
            return false;
        }

        length = _at - start;
        if (Next == '.')
        {
            isWhole = false;
            _at++;
            if (!SkipDigits())
            {
                return false;
            }
        }

        if ((Next | 0x20) == 'e')
        {
            isWhole = false;
            _at++;
            if (Next is (byte)'+' or (byte)'-')
            {
                _at++;
            }

            return SkipDigits();
        }

        return true;
    }

    private bool SkipDigits()
    {
        var start = _at;
        while (_at < _utf8.Length && (uint)(_utf8[_at] - '0') <= 9)
        {
            _at++;
        }

        return _at > start;
    }

    // Any value: only its grammar counts. The kind of each open container is one bit.
    private bool PassOver()
    {
        Span<ulong> kinds = stackalloc ulong[MaxDepth / 64];
        var depth = 0;
        while (true)
        {
            var isOpened = false;
            switch (Next)
            {
                case (byte)'"':
                    if (!String(out _, out _))
                    {
                        return false;
                    }

                    break;
                case (byte)'{' or (byte)'[':
                    if (depth == MaxDepth)
                    {
                        return false;
                    }

                    var bit = 1UL << (depth & 63);
                    kinds[depth >> 6] = Next == '{' ? kinds[depth >> 6] | bit : kinds[depth >> 6] & ~bit;
                    depth++;
                    _at++;
                    isOpened = true;
                    break;
                case (byte)'t':
                    if (!Literal("true"u8))
                    {
                        return false;
                    }

                    break;
                case (byte)'f':
                    if (!Literal("false"u8))
                    {
                        return false;
                    }

                    break;
                case (byte)'n':
                    if (!Literal("null"u8))
                    {
                        return false;
                    }

                    break;
                default:
                    if (!Digits(out _, out _))
                    {
                        return false;
                    }

                    break;
            }

            // Behind a value, or behind an opening bracket: what follows decides until the next value begins.
            while (true)
            {
                if (depth == 0)
                {
                    return true;
                }

                SkipSpace();
                var isObject = (kinds[(depth - 1) >> 6] >> ((depth - 1) & 63) & 1) != 0;
                if (Next == (isObject ? '}' : ']'))
                {
                    _at++;
                    depth--;
                    isOpened = false;
                    continue;
                }

                if (!isOpened)
                {
                    if (Next != ',')
                    {
                        return false;
                    }

                    _at++;
                    SkipSpace();
                }

                if (isObject)
                {
                    if (Next != '"' || !String(out _, out _))
                    {
                        return false;
                    }

                    SkipSpace();
                    if (Next != ':')
                    {
                        return false;
                    }

                    _at++;
                    SkipSpace();
                }

                break;
            }
        }
    }

    private bool String(out ReadOnlySpan<byte> raw, out bool isEscaped)
    {
        var start = ++_at;
        isEscaped = false;
        while (true)
        {
            var length = _utf8[_at..].IndexOfAny(StringStops);
            if (length < 0)
            {
                raw = default;
                return false;
            }

            _at += length;
            var stop = _utf8[_at++];
            if (stop == '"')
            {
                raw = _utf8[start..(_at - 1)];
                return true;
            }

            if (stop != '\\' || !Escape())
            {
                raw = default;
                return false;
            }

            isEscaped = true;
        }
    }

    private bool Escape()
    {
        switch (Next)
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                _at++;
                return true;
            case (byte)'u' when _at + 4 < _utf8.Length:
                for (var digit = 1; digit <= 4; digit++)
                {
                    if (!char.IsAsciiHexDigit((char)_utf8[_at + digit]))
                    {
                        return false;
                    }
                }

                _at += 5;
                return true;
            default:
                return false;
        }
    }

    private bool Literal(ReadOnlySpan<byte> literal)
    {
        if (!_utf8[_at..].StartsWith(literal))
        {
            return false;
        }

        _at += literal.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _utf8.Length && _utf8[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _at++;
        }
    }

    private static int IndexOf(SchemaMember[] members, ReadOnlySpan<byte> name, int likely)
    {
        if (likely < members.Length && name.SequenceEqual(members[likely].Utf8Name))
        {
            return likely;
        }

        for (var index = 0; index < members.Length; index++)
        {
            if (name.SequenceEqual(members[index].Utf8Name))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsOneOf(byte[][] options, ReadOnlySpan<byte> text)
    {
        foreach (var option in options)
        {
            if (text.SequenceEqual(option))
            {
                return true;
            }
        }

        return false;
    }

    private static int CodePoints(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            count += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}

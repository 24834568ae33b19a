using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>What the reference's parser accepts beyond the JSON of <see cref="Utf8JsonReader"/>: <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c> and unpaired surrogates
/// (rules 0.7 §3.1, rules 1.0 part 1 §3.2).</summary>
internal static class PythonJson
{
    // A byte that no UTF-8 holds: a text of it is a literal in disguise.
    private const byte Mark = 0xFF;

    private static ReadOnlySpan<byte> NaN => "NaN"u8;

    private static ReadOnlySpan<byte> Infinity => "Infinity"u8;

    private static ReadOnlySpan<byte> NegativeInfinity => "-Infinity"u8;

    /// <summary>Whether a literal may be in a JSON text; it may also be in a string.</summary>
    public static bool MayHoldLiterals(ReadOnlySpan<byte> utf8) => utf8.IndexOf(NaN) >= 0 || utf8.IndexOf(Infinity) >= 0;

    /// <summary>How many of the last bytes may be the beginning of a literal that is cut there.</summary>
    public static int CutLiteralLength(ReadOnlySpan<byte> utf8)
    {
        var length = Math.Min(utf8.Length, NegativeInfinity.Length - 1);
        while (length > 0 && !(NegativeInfinity.StartsWith(utf8[^length..]) || Infinity[..^1].StartsWith(utf8[^length..]) || NaN[..^1].StartsWith(utf8[^length..])))
        {
            length--;
        }

        // In NaNa and NaNaN the second N ends a literal.
        return length <= 2 && utf8[..^length].EndsWith("Na"u8) ? 0 : length;
    }

    /// <summary>Replaces each literal outside of strings by a string of the same length that no file can hold: a value wherever the literal is one, an error wherever it would be one.</summary>
    /// <param name="utf8">UTF-8 that begins outside of a string.</param>
    public static void ReplaceLiterals(Span<byte> utf8)
    {
        for (var at = 0; utf8[at..].IndexOfAny((byte)'"', (byte)'N', (byte)'I') is var next and >= 0;)
        {
            at += next;
            if (utf8[at] == '"')
            {
                at = EndOfString(utf8, at + 1);
                continue;
            }

            var start = at > 0 && utf8[at - 1] == '-' ? at - 1 : at;
            var literal = utf8[start..];
            var length = literal.StartsWith(NaN) ? NaN.Length : literal.StartsWith(Infinity) ? Infinity.Length : literal.StartsWith(NegativeInfinity) ? NegativeInfinity.Length : 0;
            if (length > 0)
            {
                literal[..length].Fill(Mark);
                literal[0] = literal[length - 1] = (byte)'"';
            }

            at = Math.Max(at + 1, start + length);
        }
    }

    /// <summary>The value of a literal that was replaced; null for any other string.</summary>
    /// <param name="content">What stands between the quotes.</param>
    public static double? ValueOf(ReadOnlySpan<byte> content)
        => content is not [Mark, ..] ? null
            : content.Length == NaN.Length - 2 ? double.NaN
            : content.Length == Infinity.Length - 2 ? double.PositiveInfinity
            : double.NegativeInfinity;

    /// <summary>The first character of some UTF-8, as it was before literals were replaced, for messages.</summary>
    public static string DescribeFirst(ReadOnlySpan<byte> utf8)
        => utf8 is not [(byte)'"', Mark, ..] ? Characters.Describe(utf8)
            : Characters.Describe(ValueOf(utf8[1..(1 + utf8[1..].IndexOf((byte)'"'))]) switch { double.PositiveInfinity => Infinity, double.NegativeInfinity => NegativeInfinity, _ => NaN });

    /// <summary>The text of a string token.</summary>
    public static string TextOf(ref Utf8JsonReader reader)
        => reader.ValueIsEscaped && (reader.ValueSpan.IndexOf("\\ud"u8) >= 0 || reader.ValueSpan.IndexOf("\\uD"u8) >= 0) ? Unescape(reader.ValueSpan) : reader.GetString()!;

    // The library unescapes no surrogate without its other half.
    private static string Unescape(ReadOnlySpan<byte> content)
    {
        var text = new StringBuilder(content.Length);
        while (content.IndexOf((byte)'\\') is var at and >= 0)
        {
            text.Append(Encoding.UTF8.GetString(content[..at]));
            var escape = (char)content[at + 1];
            content = content[(at + 2)..];
            if (escape == 'u')
            {
                text.Append((char)ushort.Parse(content[..4], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                content = content[4..];
            }
            else
            {
                text.Append(escape switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => escape });
            }
        }

        return text.Append(Encoding.UTF8.GetString(content)).ToString();
    }

    private static int EndOfString(ReadOnlySpan<byte> utf8, int at)
    {
        while (at < utf8.Length && utf8[at..].IndexOfAny((byte)'"', (byte)'\\') is var next and >= 0)
        {
            at += next + 1;
            if (utf8[at - 1] == '"')
            {
                return at;
            }

            at++;
        }

        return utf8.Length;
    }
}

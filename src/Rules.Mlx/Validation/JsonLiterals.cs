using System.Text;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Rules.Mlx.Validation;

/// <summary>Finds what the reader of submissions lets pass though it is no JSON: <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
internal static class JsonLiterals
{
    /// <summary>The first such literal of a text that is otherwise JSON; null where there is none.</summary>
    public static (string Text, SourceLocation Location)? FindForbidden(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("NaN"u8) < 0 && utf8.IndexOf("Infinity"u8) < 0)
        {
            return null;
        }

        var isInText = false;
        for (var at = 0; at < utf8.Length; at++)
        {
            var b = utf8[at];
            if (isInText)
            {
                at += b == '\\' ? 1 : 0;
                isInText = b != '"';
            }
            else if (b == '"')
            {
                isInText = true;
            }
            else if (b is (byte)'N' or (byte)'I')
            {
                var isNegative = at > 0 && utf8[at - 1] == '-';
                return (b == 'N' ? "NaN" : isNegative ? "-Infinity" : "Infinity", LocationOf(utf8[..(isNegative ? at - 1 : at)]));
            }
        }

        return null;
    }

    private static SourceLocation LocationOf(ReadOnlySpan<byte> before)
    {
        var (line, column) = (1, 1);
        for (var at = 0; at < before.Length;)
        {
            Rune.DecodeFromUtf8(before[at..], out var rune, out var length);
            at += length;
            var endsLine = rune.Value == '\n' || (rune.Value == '\r' && !(at < before.Length && before[at] == '\n'));
            (line, column) = endsLine ? (line + 1, 1) : (line, column + 1);
        }

        return new SourceLocation(line, column);
    }
}

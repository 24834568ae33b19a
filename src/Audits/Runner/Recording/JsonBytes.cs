using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace MlPerf.Endpoints.Audits.Runner.Recording;

/// <summary>Writes pieces of JSON straight into a pipe: no object, no text a line.</summary>
internal static class JsonBytes
{
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    public static void Put(this PipeWriter writer, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
    }

    public static void Put(this PipeWriter writer, long number)
    {
        Utf8Formatter.TryFormat(number, writer.GetSpan(20), out var written);
        writer.Advance(written);
    }

    /// <summary>UTF-8 text as a JSON string with its quotes.</summary>
    public static void PutText(this PipeWriter writer, ReadOnlySpan<byte> utf8)
    {
        writer.Put("\""u8);
        while (utf8.IndexOfAny(Special) is var at and >= 0)
        {
            writer.Put(utf8[..at]);
            PutEscape(writer, utf8[at]);
            utf8 = utf8[(at + 1)..];
        }

        writer.Put(utf8);
        writer.Put("\""u8);
    }

    private static void PutEscape(PipeWriter writer, byte code)
    {
        switch (code)
        {
            case (byte)'"': writer.Put("\\\""u8); break;
            case (byte)'\\': writer.Put("\\\\"u8); break;
            case (byte)'\n': writer.Put("\\n"u8); break;
            case (byte)'\r': writer.Put("\\r"u8); break;
            case (byte)'\t': writer.Put("\\t"u8); break;
            default:
                writer.Put("\\u00"u8);
                var span = writer.GetSpan(2);
                span[0] = (byte)"0123456789abcdef"[code >> 4];
                span[1] = (byte)"0123456789abcdef"[code & 15];
                writer.Advance(2);
                break;
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Finds what makes a file no UTF-8.</summary>
internal static class EncodingFault
{
    private const int BlockBytes = 1 << 16;

    /// <summary>The problem of a file that is no UTF-8.</summary>
    /// <param name="file">The file, from its beginning.</param>
    public static DocumentProblem In(Stream file)
    {
        var block = new byte[BlockBytes];
        var (line, column, start, isAfterReturn) = (1, 1, 0L, false);
        var filled = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        if (block.AsSpan(0, filled) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return new DocumentProblem(DocumentProblemKind.Encoding, "it is UTF-16 by its first two bytes; save it as UTF-8", new SourceLocation(1, 1));
        }

        while (true)
        {
            var at = 0;
            OperationStatus status;
            while ((status = Rune.DecodeFromUtf8(block.AsSpan(at, filled - at), out var rune, out var length)) is OperationStatus.Done)
            {
                // A line ends with \n, \r or both; both count once.
                if (rune.Value is '\r' || (rune.Value is '\n' && !isAfterReturn))
                {
                    line++;
                    column = 1;
                }
                else if (rune.Value is not '\n')
                {
                    column++;
                }

                isAfterReturn = rune.Value is '\r';
                at += length;
            }

            block.AsSpan(at, filled - at).CopyTo(block);
            var kept = filled - at;
            start += at;
            var read = status is OperationStatus.NeedMoreData ? file.ReadAtLeast(block.AsSpan(kept), block.Length - kept, throwOnEndOfStream: false) : 0;
            filled = kept + read;
            if (read == 0)
            {
                // What was no UTF-8 a moment ago may be by now, if somebody writes the file.
                var found = kept > 0 ? string.Create(CultureInfo.InvariantCulture, $"byte {start} (0x{block[0]:X2}) is no UTF-8") : "it was no UTF-8 when it was read";
                return new DocumentProblem(DocumentProblemKind.Encoding, found + "; save it as UTF-8", new SourceLocation(line, column));
            }
        }
    }
}

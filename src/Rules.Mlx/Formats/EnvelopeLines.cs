namespace MlPerf.Endpoints.Rules.Mlx.Formats;

/// <summary>Reads a JSON Lines file line by line; no more than the longest line is held.</summary>
public static class EnvelopeLines
{
    private const int FirstBuffer = 1 << 18;

    /// <summary>The lines that hold more than white space.</summary>
    /// <param name="stream">The file, from its start.</param>
    /// <param name="maxLineBytes">Longer lines are passed over and answered as <see cref="EnvelopeLine.IsTooLong"/>.</param>
    /// <exception cref="IOException">Reading fails.</exception>
    public static IEnumerable<EnvelopeLine> Read(Stream stream, long maxLineBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLineBytes);
        var most = (int)Math.Min(maxLineBytes, Array.MaxLength - 1);
        var buffer = new byte[Math.Min(FirstBuffer, most + 1)];
        var (start, end, searched) = (0, 0, 0);
        var number = 1L;
        var passedOver = 0L;
        while (true)
        {
            var length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var lineEnd = searched + length;
                if (Line(buffer.AsMemory(start, lineEnd - start), number, passedOver, most) is { } line)
                {
                    yield return line;
                }

                number++;
                passedOver = 0;
                start = searched = lineEnd + 1;
                continue;
            }

            // The beginning of a line that is not whole yet goes to the front.
            if (passedOver > 0 || end - start > most)
            {
                passedOver += end - start;
                (start, end) = (0, 0);
            }
            else if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            else if (end == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, most + 1L));
            }

            searched = end;
            var read = stream.Read(buffer.AsSpan(end));
            if (read == 0)
            {
                if (Line(buffer.AsMemory(start, end - start), number, passedOver, most) is { } last)
                {
                    yield return last;
                }

                yield break;
            }

            end += read;
        }
    }

    private static EnvelopeLine? Line(ReadOnlyMemory<byte> bytes, long number, long passedOver, int most)
    {
        var length = passedOver + bytes.Length;
        if (passedOver > 0 || bytes.Length > most)
        {
            return new EnvelopeLine(number, default, length, IsTooLong: true);
        }

        return bytes.Span.ContainsAnyExcept(" \t\r"u8) ? new EnvelopeLine(number, bytes, length, IsTooLong: false) : null;
    }
}

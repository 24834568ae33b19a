
namespace MlPerf.Endpoints.Audits.Runner.Sse;

/// <summary>Cuts a stream of server-sent events into the data of events. LF, CRLF and CR end lines (deviation D9). Allocates only to grow its buffer.</summary>
internal sealed class SseReader
{
    private const int FirstSize = 16 * 1024;
    private const int MostBytes = 64 << 20;

    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;
    private int _scanned;

    /// <summary>Where the next read goes.</summary>
    public Memory<byte> FreeSpace()
    {
        if (_start == _end)
        {
            _start = _end = _scanned = 0;
        }

        if (_buffer.Length - _end < FirstSize / 4)
        {
            MakeRoom();
        }

        return _buffer.AsMemory(_end);
    }

    /// <summary>Takes note of a read.</summary>
    public void Advance(int count) => _end += count;

    /// <summary>Forgets everything, for the next answer.</summary>
    public void Reset() => _start = _end = _scanned = 0;

    /// <summary>The next whole event: its lines, without the blank one that ends it.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="isEnd">Whether the body is over, so that what is left is an event too.</param>
    public bool TryReadEvent(out ReadOnlySpan<byte> lines, bool isEnd)
    {
        var data = _buffer.AsSpan(_start, _end - _start);
        for (var at = _scanned; ;)
        {
            var found = data[at..].IndexOfAny((byte)'\n', (byte)'\r');
            if (found < 0)
            {
                break;
            }

            at += found;
            var after = EndOfLine(data, at, isEnd);
            if (after < 0)
            {
                break;
            }

            // A line end right behind another one ends the event.
            if (after < data.Length && data[after] is (byte)'\n' or (byte)'\r')
            {
                var next = EndOfLine(data, after, isEnd);
                if (next < 0)
                {
                    // A CR that may be half of a CRLF; whichever it is, the event is over, and a lone LF later is an empty event.
                    next = after + 1;
                }

                lines = data[..at];
                _start += next;
                _scanned = 0;
                return true;
            }

            if (after >= data.Length)
            {
                _scanned = at;
                lines = default;
                return isEnd && TakeRest(out lines);
            }

            at = after;
        }

        // The last byte may be the first half of a line end.
        _scanned = Math.Max(0, data.Length - 1);
        lines = default;
        return isEnd && TakeRest(out lines);
    }

    private static int EndOfLine(ReadOnlySpan<byte> data, int at, bool isEnd)
    {
        if (data[at] == (byte)'\n')
        {
            return at + 1;
        }

        return at + 1 < data.Length ? (data[at + 1] == (byte)'\n' ? at + 2 : at + 1) : isEnd ? at + 1 : -1;
    }

    private bool TakeRest(out ReadOnlySpan<byte> lines)
    {
        lines = _buffer.AsSpan(_start, _end - _start);
        _start = _end = _scanned = 0;
        return !lines.IsEmpty;
    }

    private void MakeRoom()
    {
        var held = _end - _start;
        if (_start > 0 && held < _buffer.Length / 2)
        {
            _buffer.AsSpan(_start, held).CopyTo(_buffer);
        }
        else
        {
            if (_buffer.Length >= MostBytes)
            {
                throw new InvalidDataException("an event is longer than 64 MiB");
            }

            var larger = new byte[_buffer.Length * 2];
            _buffer.AsSpan(_start, held).CopyTo(larger);
            _buffer = larger;
        }

        (_start, _end) = (0, held);
    }
}

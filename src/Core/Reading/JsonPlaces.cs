using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Line and column of places in a JSON text that are asked for one after the other, so that all of them together cost one walk over its bytes.</summary>
internal struct JsonPlaces()
{
    private const int ShortLength = 64;

    private int _at;
    private long _line = 1;

    // Where the line begins, moved on by one for each byte of it that only continues a character.
    private long _lineStart;
    private bool _beginsAfterReturn;

    /// <summary>The place of a byte, which must not lie before the last one that was asked for.</summary>
    public SourceLocation At(ReadOnlySpan<byte> utf8, int at)
    {
        MoveTo(utf8, at);
        return new SourceLocation((int)Math.Min(int.MaxValue, _line), (int)Math.Min(int.MaxValue, at - _lineStart + 1));
    }

    /// <summary>Goes on in the next part of the text, which begins with this byte of the current one.</summary>
    public void Continue(ReadOnlySpan<byte> utf8, int at)
    {
        MoveTo(utf8, at);
        _beginsAfterReturn = IsAfterReturn(utf8, at);
        _lineStart -= at;
        _at = 0;
    }

    private void MoveTo(ReadOnlySpan<byte> utf8, int to)
    {
        // Tokens are short: for each of them the loop takes a third of what the searches would (native, instructions).
        if (to - _at > ShortLength)
        {
            MoveFar(utf8[_at..to], utf8);
        }
        else
        {
            var at = _at;
            foreach (var unit in utf8[at..to])
            {
                at++;
                if (unit is > (byte)'\r' and < 0x80)
                {
                    continue;
                }

                if (unit is (byte)'\n' or (byte)'\r')
                {
                    _line += unit == '\n' && IsAfterReturn(utf8, at - 1) ? 0 : 1;
                    _lineStart = at;
                }
                else if (IsContinuation(unit))
                {
                    _lineStart++;
                }
            }
        }

        _at = to;
    }

    private void MoveFar(ReadOnlySpan<byte> passed, ReadOnlySpan<byte> utf8)
    {
        var end = passed.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        if (end > 0)
        {
            // CR LF, LF and CR end a line.
            var lines = passed[..end];
            _line += lines.Count((byte)'\n') + lines.Count((byte)'\r') - lines.Count("\r\n"u8) - (lines[0] == '\n' && IsAfterReturn(utf8, _at) ? 1 : 0);
            _lineStart = _at + end;
        }

        var line = passed[end..];
        if (!Ascii.IsValid(line))
        {
            foreach (var unit in line)
            {
                _lineStart += IsContinuation(unit) ? 1 : 0;
            }
        }
    }

    private readonly bool IsAfterReturn(ReadOnlySpan<byte> utf8, int at) => at > 0 ? utf8[at - 1] == '\r' : _beginsAfterReturn;

    private static bool IsContinuation(byte unit) => (unit & 0xC0) == 0x80;
}

using System.Globalization;
using System.Text.Unicode;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>The part of a large file that its reader stands in: what it has done with is let go, so that the file takes no more memory than what is kept of it.</summary>
/// <remarks>All bytes that are shown are UTF-8, whole characters, with Python's literals replaced (<see cref="PythonJson.ReplaceLiterals"/>); a file that holds others ends there.</remarks>
/// <param name="file">The file, from its beginning.</param>
/// <param name="limits">Bounds; a block is no larger than what may be kept.</param>
internal sealed class JsonWindow(Stream file, ReadLimits limits)
{
    private const int BlockBytes = 1 << 20;
    private const int LongestCharacter = 4;

    private byte[] _buffer = new byte[Math.Max(LongestCharacter, Math.Min(BlockBytes, limits.MaxFileBytes))];
    private int _filled;
    private int _shown;
    private bool _isUtf8 = true;

    /// <summary>How many bytes of the file lie before the window.</summary>
    public long Start { get; private set; }

    /// <summary>The bytes in the window.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _shown);

    /// <summary>Lets go of the first bytes of the window and reads on.</summary>
    /// <param name="done">How many; what is left begins outside of a string.</param>
    /// <returns>Whether there are more bytes in the window now; false at the end of the file, and of its UTF-8.</returns>
    /// <exception cref="UnreadableException">The file is larger than any that is read.</exception>
    public bool ReadOn(int done)
    {
        Buffer.BlockCopy(_buffer, done, _buffer, 0, _filled - done);
        _filled -= done;
        _shown -= done;
        Start += done;

        var shown = _shown;
        while (_shown == shown && _isUtf8)
        {
            // As much again as is there, for what is there is looked at anew.
            var least = Math.Max(1, _filled);
            if (_buffer.Length - _filled < least)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var count = file.ReadAtLeast(_buffer.AsSpan(_filled), least, throwOnEndOfStream: false);
            _filled += count;
            if (Start + _filled > limits.MaxStreamedBytes)
            {
                throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"it has more than the {limits.MaxStreamedBytes} bytes that are read"), null);
            }

            Show(isEnd: count == 0);
            if (count == 0)
            {
                break;
            }
        }

        if (PythonJson.MayHoldLiterals(Bytes))
        {
            PythonJson.ReplaceLiterals(_buffer.AsSpan(0, _shown));
        }

        return _shown > shown;
    }

    /// <summary>Reads the rest of the file only to see whether it is UTF-8, as far as files are read.</summary>
    public bool IsUtf8ToTheEnd()
    {
        try
        {
            while (ReadOn(_shown))
            {
                // Nothing of it is wanted.
            }
        }
        catch (UnreadableException)
        {
            // Larger than any that is read: what lies beyond is nobody's business.
        }

        return _isUtf8;
    }

    // A character, or one of Python's literals, that the block cuts in two is shown with the next one.
    private void Show(bool isEnd)
    {
        var end = _filled;
        if (!isEnd)
        {
            while (end > _shown && _filled - end < LongestCharacter && (_buffer[end - 1] & 0xC0) == 0x80)
            {
                end--;
            }

            end -= end > _shown && _buffer[end - 1] >= 0xC0 ? 1 : 0;
            end -= PythonJson.CutLiteralLength(_buffer.AsSpan(_shown, end - _shown));
        }

        _isUtf8 = Utf8.IsValid(_buffer.AsSpan(_shown, end - _shown));
        _shown = _isUtf8 ? end : _shown;
    }
}

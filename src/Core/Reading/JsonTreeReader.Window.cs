using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MlPerf.Endpoints.Core.Reading;

/// <content>What is passed over, and how a large file moves through its window meanwhile.</content>
internal ref partial struct JsonTreeReader
{
    private bool TryPassOver([NotNullWhen(true)] out Node? passedOver)
    {
        passedOver = null;
        var (start, from, at) = (_position, _start + _position.At, Here);
        _passingFrom = from;
        ReadValue(isKept: false);
        _passingFrom = null;
        var length = _start + _position.At - from;
        if (length <= _limits.MaxUnknownBytes)
        {
            _position = start with { At = (int)(from - _start) };
            return false;
        }

        _passedOverBytes += length;
        _nodes++;
        passedOver = Node.Opaque(at, length);
        return true;
    }

    // Reads on in a large file. What lies before the reader, and before a place to which it may go back, is let go, and every place in the window moves. False at the end.
    private bool More()
    {
        if (_window is null)
        {
            return false;
        }

        var here = _start + _position.At;
        if ((_passingFrom ?? here) - _passedOverBytes > _limits.MaxFileBytes)
        {
            throw TooMuch();
        }

        // A value that may turn out too small to be passed over is read again.
        var done = _passingFrom is { } from && here - from <= _limits.MaxUnknownBytes ? (int)(from - _start) : _position.At;
        var isMore = _window.ReadOn(done);
        _utf8 = _window.Bytes;
        _start = _window.Start;
        _position.At -= done;
        return isMore;
    }

    // Whether so many bytes follow.
    private bool Ahead(long count)
    {
        while (_utf8.Length - _position.At < count)
        {
            if (!More())
            {
                return false;
            }
        }

        return true;
    }

    private UnreadableException TooMuch()
        => UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"more than {_limits.MaxFileBytes} bytes of it would have to be kept, the most that are"), Here);

    // Sees to it that a number is in the window as a whole.
    private void HoldNumber()
    {
        var length = 0;
        while (Ahead(length + 1L) && _utf8[_position.At + length] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.' or (byte)'e' or (byte)'E')
        {
            if (++length > _limits.MaxFileBytes)
            {
                throw TooMuch();
            }
        }
    }
}

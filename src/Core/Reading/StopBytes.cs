using System.Buffers;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Finds the first of some bytes: what ends a run of plain characters.</summary>
/// <remarks>Nearly every run of a submission is short. Those are walked byte by byte, for the vectorised search has to be compiled first, which costs a short check
/// more than it saves; the rest of a long run is searched.</remarks>
internal sealed class StopBytes
{
    private const int ShortRun = 16384;

    private readonly bool[] _isStop = new bool[256];
    private readonly byte[] _stops;
    private SearchValues<byte>? _search;

    public StopBytes(byte[] stops)
    {
        _stops = stops;
        foreach (var stop in stops)
        {
            _isStop[stop] = true;
        }
    }

    /// <summary>Where the first of the bytes stands, or -1.</summary>
    public int IndexIn(ReadOnlySpan<byte> bytes)
    {
        var isStop = _isStop;
        var walked = bytes.Length > ShortRun ? bytes[..ShortRun] : bytes;
        for (var at = 0; at < walked.Length; at++)
        {
            if (isStop[walked[at]])
            {
                return at;
            }
        }

        return bytes.Length > ShortRun ? SearchBehind(bytes) : -1;
    }

    private int SearchBehind(ReadOnlySpan<byte> bytes)
    {
        var at = bytes[ShortRun..].IndexOfAny(_search ??= SearchValues.Create(_stops));
        return at < 0 ? -1 : ShortRun + at;
    }
}

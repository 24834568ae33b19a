namespace MlPerf.Endpoints.Samples.StandInEndpoint;

/// <summary>How the stand-in behaves.</summary>
public sealed record EndpointOptions
{
    /// <summary>The port; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>How answers are reused.</summary>
    public CacheKind Cache { get; init; }

    /// <summary>Whether a cache is looked up when computation would begin, not when the request arrives.</summary>
    public bool LooksUpOnDequeue { get; init; }

    /// <summary>Time that an answer from a cache takes.</summary>
    public TimeSpan LookUp { get; init; }

    /// <summary>Time to the first token.</summary>
    public TimeSpan Prefill { get; init; }

    /// <summary>Time from one token to the next.</summary>
    public TimeSpan PerToken { get; init; }

    /// <summary>Computations at once; 0 for no limit.</summary>
    public int Parallel { get; init; }

    /// <summary>Chunks of an answer.</summary>
    public int Chunks { get; init; } = 4;

    /// <summary>Characters of a chunk.</summary>
    public int ChunkLength { get; init; } = 8;

    /// <summary>Whether each chunk is flushed; otherwise the answer is sent in one piece.</summary>
    public bool FlushesEachChunk { get; init; } = true;

    /// <summary>Every n-th request is answered with status 500; 0 for none.</summary>
    public int FailEvery { get; init; }

    /// <summary>Every n-th connection is cut in the middle of an answer; 0 for none.</summary>
    public int DropEvery { get; init; }

    /// <summary>Whether each streamed answer holds an event that is no JSON.</summary>
    public bool SendsMalformedEvents { get; init; }

    /// <summary>From this request on nothing is answered; 0 for never.</summary>
    public int HangAfter { get; init; }
}

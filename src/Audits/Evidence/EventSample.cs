namespace MlPerf.Endpoints.Audits.Evidence;

/// <summary>One request as the events tell it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IssuedNs">When it was issued.</param>
public sealed record EventSample(string Id, long IssuedNs)
{
    /// <summary>When its first chunk came; null where it was not streamed.</summary>
    public long? FirstChunkNs { get; internal set; }

    /// <summary>When it was complete; null where it never was.</summary>
    public long? CompletedNs { get; internal set; }

    /// <summary>Whether it failed.</summary>
    public bool Failed { get; internal set; }

    /// <summary>Why the answer ended.</summary>
    public string? FinishReason { get; internal set; }

    /// <summary>Whether text came after the first chunk.</summary>
    public bool HasFurtherChunks { get; internal set; }

    /// <summary>The first piece of a streamed answer, where texts were kept.</summary>
    public string? FirstChunk { get; internal set; }

    /// <summary>The whole answer, where texts were kept.</summary>
    public string? Output { get; internal set; }

    /// <summary>Completed − issued, in nanoseconds.</summary>
    public long? LatencyNs => Failed ? null : CompletedNs - IssuedNs;

    /// <summary>First chunk − issued, in nanoseconds.</summary>
    public long? TtftNs => Failed ? null : FirstChunkNs - IssuedNs;
}

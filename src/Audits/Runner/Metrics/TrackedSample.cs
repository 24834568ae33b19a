namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>A request while it is under way; a slot of the runner uses one again and again.</summary>
internal struct TrackedSample
{
    /// <summary>The tracking window in which it was issued; -1 outside of any.</summary>
    public int Window;

    /// <summary>Its place among the tracked requests.</summary>
    public long Order;

    public long IssuedNs;

    public long FirstNs;

    public long LastChunkNs;

    public bool IsCompleted;

    public bool HasFirst;
}

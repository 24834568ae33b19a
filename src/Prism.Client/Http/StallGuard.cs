namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Ends a transfer when nothing moved for a while; limits are between bytes, so a slow but steady transfer never ends.</summary>
internal sealed class StallGuard : IDisposable
{
    private readonly CancellationTokenSource _stalled;
    private readonly CancellationTokenSource _linked;

    public StallGuard(TimeProvider time, CancellationToken cancellation)
    {
        _stalled = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_stalled.Token, cancellation);
    }

    /// <summary>Cancelled by a stall or by the caller.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>Whether the guard, not the caller, ended the transfer.</summary>
    public bool HasStalled => _stalled.IsCancellationRequested;

    /// <summary>Something moved, or a new phase begins: the clock starts anew.</summary>
    public void Restart(TimeSpan limit) => _stalled.CancelAfter(limit);

    public void Dispose()
    {
        _linked.Dispose();
        _stalled.Dispose();
    }
}

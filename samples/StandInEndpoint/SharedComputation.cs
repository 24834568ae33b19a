namespace MlPerf.Endpoints.Samples.StandInEndpoint;

/// <summary>A computation that several requests follow: each is sent a chunk when it is there.</summary>
internal sealed class SharedComputation(int chunks)
{
    private readonly TaskCompletionSource[] _isReady = [.. Enumerable.Range(0, chunks).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];

    /// <summary>Says that a chunk is there.</summary>
    public void Finish(int chunk) => _isReady[chunk].TrySetResult();

    /// <summary>Waits for a chunk.</summary>
    public Task WaitAsync(int chunk, CancellationToken stop) => _isReady[chunk].Task.WaitAsync(stop);
}

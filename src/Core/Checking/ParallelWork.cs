namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Bounded parallel loops that cost nothing when there is little to do.</summary>
internal static class ParallelWork
{
    // Below this, starting the thread pool costs more than the work saves.
    private const int WorthSharing = 16;

    public static void For(int count, int maxDegree, CancellationToken cancellation, Action<int> body)
    {
        var degree = maxDegree > 0 ? maxDegree : Environment.ProcessorCount;
        if (degree == 1 || count < WorthSharing)
        {
            for (var index = 0; index < count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                body(index);
            }

            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellation }, body);
    }
}

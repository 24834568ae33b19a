using System.Runtime.ExceptionServices;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Bounded parallel loops that cost nothing when there is little to do.</summary>
internal static class ParallelWork
{
    // A thread that would get fewer steps than this is not worth starting.
    private const int LeastShare = 4;

    /// <summary>Runs a step for each number below <paramref name="count"/>. The first failure, or cancellation, ends the loop and is thrown as it was.</summary>
    public static void For(int count, int maxDegree, CancellationToken cancellation, Action<int> body)
    {
        var degree = Math.Min(maxDegree > 0 ? maxDegree : Environment.ProcessorCount, count / LeastShare);
        if (degree <= 1)
        {
            for (var index = 0; index < count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                body(index);
            }

            return;
        }

        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellation }, body);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}

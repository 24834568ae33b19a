using System.Runtime.ExceptionServices;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Bounded parallel loops that cost nothing when there is little to do.</summary>
/// <remarks>Threads of their own: they start in a fraction of the time that the parallel library needs for its first loop, which is most of what a small check takes.</remarks>
internal static class ParallelWork
{
    // A thread that would get fewer steps than this is not worth starting.
    private const int LeastShare = 4;

    /// <summary>Runs a step for each number below <paramref name="count"/>. The first failure, or cancellation, ends the loop and is thrown.</summary>
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

        var loop = new Loop(count, cancellation, body);
        var helpers = new Thread[degree - 1];
        for (var index = 0; index < helpers.Length; index++)
        {
            helpers[index] = new Thread(loop.Run) { IsBackground = true };
            helpers[index].Start();
        }

        loop.Run();
        foreach (var helper in helpers)
        {
            helper.Join();
        }

        loop.ThrowFailure();
    }

    private sealed class Loop(int count, CancellationToken cancellation, Action<int> body)
    {
        private int _next = -1;
        private ExceptionDispatchInfo? _failure;

        public void Run()
        {
            try
            {
                while (Volatile.Read(ref _failure) is null && Interlocked.Increment(ref _next) is var index && index < count)
                {
                    cancellation.ThrowIfCancellationRequested();
                    body(index);
                }
            }
#pragma warning disable CA1031 // Nothing is swallowed: the first failure is thrown where the loop was started.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
            }
        }

        public void ThrowFailure() => _failure?.Throw();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace Acme.CustomHarness;

/// <summary>One measured point: so many requests, so many of them in flight.</summary>
/// <param name="Concurrency">Requests in flight.</param>
/// <param name="StartedAt">Start of the measured part.</param>
/// <param name="Duration">Its length.</param>
/// <param name="Issued">Requests sent.</param>
/// <param name="Samples">The answers.</param>
public sealed record Measurement(int Concurrency, DateTimeOffset StartedAt, TimeSpan Duration, int Issued, IReadOnlyList<Sample> Samples)
{
    /// <summary>Measures a point after a warmup that is not counted.</summary>
    public static async Task<Measurement> TakeAsync(ChatClient client, int concurrency, int requests, CancellationToken stop)
    {
        await AskAllAsync(client, concurrency, concurrency, [], "warm", stop);
        var samples = new ConcurrentBag<Sample>();
        var (startedAt, started) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
        await AskAllAsync(client, concurrency, requests, samples, "measured", stop);
        return new Measurement(concurrency, startedAt, Stopwatch.GetElapsedTime(started), requests, [.. samples]);
    }

    private static async Task AskAllAsync(ChatClient client, int concurrency, int requests, ConcurrentBag<Sample> samples, string kind, CancellationToken stop)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= requests)
            {
                // Every prompt is another one: an answer from a cache would be no measurement.
                if (await client.AskAsync($"{kind} question {number} at concurrency {concurrency}", stop) is { } sample)
                {
                    samples.Add(sample);
                }
            }
        }));
    }
}

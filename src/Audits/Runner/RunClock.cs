using System.Diagnostics;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>One monotonic clock for a whole run, in nanoseconds.</summary>
internal static class RunClock
{
    private static readonly double NsPerTick = 1e9 / Stopwatch.Frequency;

    public static long NowNs
    {
        get
        {
            var ticks = Stopwatch.GetTimestamp();
            return Stopwatch.Frequency == 1_000_000_000 ? ticks : (long)(ticks * NsPerTick);
        }
    }
}

using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Prism.Client.Runs;

/// <summary>Begin and end of a run (submission-cli 5.3).</summary>
/// <param name="StartedAt">Begin, UTC.</param>
/// <param name="FinishedAt">End, UTC.</param>
public readonly record struct RunTimes(DateTimeOffset StartedAt, DateTimeOffset FinishedAt)
{
    private const int FirstYear = 2020;
    private const int LastYear = 2100;
    private const double NanosecondsPerSecond = 1e9;
    private const double MicrosecondsPerSecond = 1e6;
    private static readonly double[] UnitsPerSecond = [1, 1e3, 1e6, 1e9];

    /// <summary>Reads the times of a result summary.</summary>
    /// <param name="summary">The summary, an object.</param>
    /// <param name="now">The present, for summaries that do not say when they began.</param>
    /// <param name="readsStart">Whether <c>test_started_at</c> counts (v1.0).</param>
    /// <exception cref="FormatException">The duration is no number, not finite, or leads out of the calendar.</exception>
    public static RunTimes From(Node summary, DateTimeOffset now, bool readsStart)
    {
        ArgumentNullException.ThrowIfNull(summary);
        try
        {
            var duration = Duration(summary["duration_ns"]);
            if (readsStart && Start(summary["test_started_at"]) is { } start)
            {
                return new(start, start + duration);
            }

            var rounded = new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
            return new(rounded - duration, rounded);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            throw new FormatException($"'duration_ns' is {summary["duration_ns"]}, which leads out of the calendar; expected nanoseconds", exception);
        }
    }

    /// <summary>The date part of the begin, <c>YYYY-MM-DD</c>.</summary>
    public string Date => StartedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time as it is sent: the fraction only if it is not zero, then six digits.</summary>
    public static string ToText(DateTimeOffset time)
        => time.ToString(time.UtcTicks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'+00:00'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    private static TimeSpan Duration(Node? node)
    {
        if (node is null or { Kind: NodeKind.Null })
        {
            return TimeSpan.Zero;
        }

        var nanoseconds = node.Kind is NodeKind.Boolean ? (node.AsBoolean ? 1 : 0) : node.Kind is NodeKind.Integer or NodeKind.Number ? PythonText.ToNumber(node) : null;
        return nanoseconds is { } value && double.IsFinite(value)
            ? FromSeconds(value / NanosecondsPerSecond)
            : throw new FormatException($"'duration_ns' is {node}; expected a number of nanoseconds");
    }

    private static DateTimeOffset? Start(Node? node)
    {
        if (node is not { Kind: NodeKind.Integer or NodeKind.Number } || PythonText.ToNumber(node) is not (> 0 and < double.PositiveInfinity and var value))
        {
            return null;
        }

        foreach (var unit in UnitsPerSecond)
        {
            if (value / unit < 5e10 && DateTimeOffset.UnixEpoch + FromSeconds(value / unit) is { Year: >= FirstYear and <= LastYear } start)
            {
                return start;
            }
        }

        return null;
    }

    /// <summary>Seconds to microseconds, half to even, whole seconds kept apart so that no digit is lost.</summary>
    private static TimeSpan FromSeconds(double seconds)
    {
        var whole = Math.Truncate(seconds);
        var micro = Math.Round((seconds - whole) * MicrosecondsPerSecond, MidpointRounding.ToEven);
        return new TimeSpan(checked((long)new BigInteger(whole) * TimeSpan.TicksPerSecond) + ((long)micro * TimeSpan.TicksPerMicrosecond));
    }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MlPerf.Endpoints.Core.Diagnostics;

/// <summary>Names of what the library reports to tracing and metrics.</summary>
public static class Telemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string SourceName = "MlPerf.Endpoints.Core";

    /// <summary>Activity around one check; tags <c>mlperf.spec</c> and <c>mlperf.passed</c>.</summary>
    public const string CheckActivityName = "mlperf.check";

    /// <summary>Counter of checks; tags <c>mlperf.spec</c> and <c>mlperf.passed</c>.</summary>
    public const string ChecksName = "mlperf.checks";

    /// <summary>Histogram of the length of checks, in seconds.</summary>
    public const string CheckDurationName = "mlperf.check.duration";

    // A host that switches metrics off is spared the making of instruments.
    private static readonly bool AreMetricsSupported = !AppContext.TryGetSwitch("System.Diagnostics.Metrics.Meter.IsSupported", out var isSupported) || isSupported;

    internal static ActivitySource Activities { get; } = new(SourceName);

    internal static void RecordCheck(string spec, bool passed, TimeSpan duration)
    {
        if (AreMetricsSupported)
        {
            Instruments.Checks.Add(1, new KeyValuePair<string, object?>("mlperf.spec", spec), new KeyValuePair<string, object?>("mlperf.passed", passed));
            Instruments.CheckDuration.Record(duration.TotalSeconds);
        }
    }

    private static class Instruments
    {
        private static readonly Meter Meter = new(SourceName);

        public static Counter<long> Checks { get; } = Meter.CreateCounter<long>(ChecksName);

        public static Histogram<double> CheckDuration { get; } = Meter.CreateHistogram<double>(CheckDurationName, "s");
    }
}

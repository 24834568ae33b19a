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

    private static readonly Meter Meter = new(SourceName);

    internal static ActivitySource Activities { get; } = new(SourceName);

    internal static Counter<long> Checks { get; } = Meter.CreateCounter<long>(ChecksName);

    internal static Histogram<double> CheckDuration { get; } = Meter.CreateHistogram<double>(CheckDurationName, "s");
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using MlPerf.Endpoints.Core.Reporting;

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

    private static readonly ActivitySource Activities = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly Counter<long> Checks = Meter.CreateCounter<long>(ChecksName);
    private static readonly Histogram<double> CheckDuration = Meter.CreateHistogram<double>(CheckDurationName, "s");

    /// <summary>Runs a check under observation.</summary>
    internal static Report Observe(Func<Report> check)
    {
        using var activity = Activities.StartActivity(CheckActivityName);
        var report = check();
        var spec = report.Revision.ToString();
        activity?.SetTag("mlperf.spec", spec).SetTag("mlperf.passed", report.Passed);
        Checks.Add(1, new KeyValuePair<string, object?>("mlperf.spec", spec), new KeyValuePair<string, object?>("mlperf.passed", report.Passed));
        CheckDuration.Record(report.Duration.TotalSeconds);
        return report;
    }
}

using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Audits.Runner.Metrics;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>A run's <c>report.txt</c>, for people.</summary>
internal static class ReportText
{
    private const double NsPerMs = 1e6;
    private const double NsPerSecond = 1e9;

    public static string Of(MetricsSnapshot snapshot, string version)
    {
        var (completed, seconds) = (snapshot["tracked_samples_completed"], snapshot["tracked_duration_ns"] / NsPerSecond);
        var text = new StringBuilder();
        Line($"Version: {version} (not the reference client)");
        Line($"State: {snapshot.State}");
        Line($"Samples: {snapshot["tracked_samples_issued"]} issued, {completed} completed, {snapshot["tracked_samples_failed"]} failed");
        Line($"Duration: {seconds:F3} s");
        Line($"Requests a second: {(seconds > 0 ? (completed / seconds).ToString("F2", CultureInfo.InvariantCulture) : "-")}");
        foreach (var series in snapshot.Series)
        {
            if (series.Count > 0)
            {
                var (scale, unit) = series.Name.EndsWith("_ns", StringComparison.Ordinal) ? (NsPerMs, "ms") : (1, "tokens");
                var percentiles = string.Join(", ", series.Percentiles.Where(pair => pair.Key is "50.0" or "90.0" or "99.0").Select(pair => string.Create(CultureInfo.InvariantCulture, $"p{pair.Key} {pair.Value / scale:F3}")));
                Line($"{series.Name.Replace("_ns", "", StringComparison.Ordinal)} ({unit}): mean {series.Average / scale:F3}, {percentiles}");
            }
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}

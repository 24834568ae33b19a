using System.Globalization;

namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>The percentiles that summaries report, in their order and spelling.</summary>
internal static class PercentileGrid
{
    public static readonly string[] Keys = ["99.9", "99.0", "97.0", "95.0", "90.0", "80.0", "75.0", "50.0", "25.0", "10.0", "5.0", "1.0"];

    public static double ValueOf(string key) => double.Parse(key, CultureInfo.InvariantCulture);
}

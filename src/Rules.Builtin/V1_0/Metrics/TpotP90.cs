using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

/// <summary>The 90th percentile of the time per output token, from which the throughput that one user sees is derived.</summary>
internal static class TpotP90
{
    /// <summary>Whether the percentile, in milliseconds, can be divided by: a positive finite number.</summary>
    public static bool IsUsable(double p90Ms) => double.IsFinite(p90Ms) && p90Ms > 0;

    /// <summary>Tokens per second that one user sees; null where the percentile is missing or unusable.</summary>
    public static double? TpsPerUser(ResultSummary summary)
        => summary.TpotP90Ms is { } p90Ms && IsUsable(p90Ms) ? 1000 / p90Ms : null;
}

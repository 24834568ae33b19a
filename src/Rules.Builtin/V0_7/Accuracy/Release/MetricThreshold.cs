namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

/// <summary>The bounds of one metric, both inclusive, in the metric's own unit.</summary>
/// <param name="Metric">The metric, lower-case.</param>
/// <param name="Lower">Lowest score.</param>
/// <param name="Upper">Highest score; null for none.</param>
public sealed record MetricThreshold(string Metric, double Lower, double? Upper);

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The range in which a metric must lie.</summary>
/// <param name="Metric">The metric's name in lower case; files may spell it in any case.</param>
/// <param name="Lower">Smallest value that is accepted, in percent for rouge and match scores, in tokens for lengths.</param>
/// <param name="Upper">Largest value that is accepted; null where there is no limit.</param>
public sealed record AccuracyTarget(string Metric, double Lower, double? Upper);

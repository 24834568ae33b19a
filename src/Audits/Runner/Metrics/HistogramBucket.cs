namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>One bucket of a histogram.</summary>
internal readonly record struct HistogramBucket(double Low, double High, long Count);

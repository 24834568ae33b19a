using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>One score of an accuracy run (v0.7 release dialect).</summary>
/// <param name="Metric">The metric's name as written.</param>
/// <param name="Value">The score, in the metric's own unit; may be NaN or infinite.</param>
/// <param name="Node">Where it stands.</param>
/// <param name="Pointer">JSON pointer of it.</param>
public sealed record MetricScore(string Metric, double Value, Node Node, string Pointer);

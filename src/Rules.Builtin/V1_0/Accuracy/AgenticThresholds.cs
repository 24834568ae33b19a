namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>What an agentic model must reach.</summary>
/// <param name="InlinePercent">Lowest accuracy of the performance run itself, at every point, in percent.</param>
/// <param name="SweBenchPercent">Lowest mean SWE-bench score over the bands, in percent.</param>
/// <param name="OutputTokensLow">Lowest mean output length of a full run, in tokens.</param>
/// <param name="OutputTokensHigh">Highest mean output length of a full run, in tokens.</param>
public sealed record AgenticThresholds(double InlinePercent, double SweBenchPercent, double OutputTokensLow, double OutputTokensHigh);

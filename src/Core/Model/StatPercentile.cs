namespace MlPerf.Endpoints.Core.Model;

/// <summary>A percentile of a block of statistics.</summary>
/// <param name="Number">Which one, 0 to 100.</param>
/// <param name="Value">Its value, in the unit of the block.</param>
public sealed record StatPercentile(double Number, double Value);

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>How far a check is.</summary>
/// <param name="PointsRead">Measurement points read so far.</param>
public readonly record struct CheckProgress(int PointsRead);

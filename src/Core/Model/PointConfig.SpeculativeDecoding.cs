namespace MlPerf.Endpoints.Core.Model;

public sealed partial record PointConfig
{
    /// <summary>Whether the point decodes speculatively: its block is there and not empty (v1.0).</summary>
    public bool IsSpeculative => SpeculativeDecoding is { Members.Count: > 0 };
}

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A point whose configuration and result summary loaded.</summary>
public partial class MeasuredPoint : Point
{
    /// <summary>The result summary.</summary>
    public required ResultSummary Summary { get; init; }
}

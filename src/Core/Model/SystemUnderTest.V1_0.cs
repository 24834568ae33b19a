namespace MlPerf.Endpoints.Core.Model;

public partial class SystemUnderTest
{
    /// <summary>Entries of the system's folder that are not looked into though a model's folder may stand behind them (v1.0).</summary>
    public IReadOnlyList<UnreadableEntry> UnreadableModels { get; init; } = [];
}

namespace MlPerf.Endpoints.Core.Model;

public partial class SystemUnderTest
{
    /// <summary>Entries of the system's folder that are not looked into though a model's folder may stand behind them; the folder itself where it may not be listed.</summary>
    public IReadOnlyList<UnreadableEntry> UnreadableModels { get; init; } = [];
}

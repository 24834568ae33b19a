namespace MlPerf.Endpoints.Core.Model;

public partial class CurveFolder
{
    /// <summary>Entries of the folder that are named like points but are not looked into (v1.0); <c>points/</c> itself (v0.7) where it may not be listed.</summary>
    public IReadOnlyList<UnreadableEntry> UnreadablePoints { get; init; } = [];
}

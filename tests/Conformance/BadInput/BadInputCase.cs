namespace MlPerf.Endpoints.Conformance.BadInput;

/// <summary>One way to spoil a file.</summary>
/// <param name="Name">What it is.</param>
/// <param name="AsJson">What it is to a reader of JSON.</param>
/// <param name="AsYaml">What it is to a reader of YAML.</param>
/// <param name="Says">What the message about it says of it; null where the fault is only what lacks.</param>
/// <param name="SpoilFile">Puts it into the place of a file on disk.</param>
/// <param name="IsHeavy">Whether it is large, so that one file of each name must do.</param>
public sealed record BadInputCase(string Name, BadContent AsJson, BadContent AsYaml, string? Says, Action<string> SpoilFile, bool IsHeavy = false)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

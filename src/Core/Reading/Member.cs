namespace MlPerf.Endpoints.Core.Reading;

/// <summary>One key and value of a mapping.</summary>
/// <param name="Key">The key with its place; in YAML it may be no text.</param>
/// <param name="Value">The value.</param>
public readonly record struct Member(Node Key, Node Value)
{
    /// <summary>The key where it is text, else null: such a key never names a field.</summary>
    public string? Name => Key.Kind is NodeKind.Text ? Key.AsText : null;
}

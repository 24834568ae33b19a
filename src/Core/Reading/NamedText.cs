namespace MlPerf.Endpoints.Core.Reading;

/// <summary>A member of a mapping from text to text.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">The text.</param>
public sealed record NamedText(string Name, string Value);

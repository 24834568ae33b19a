namespace MlPerf.Endpoints.Core.Reading;

/// <summary>A member of a mapping from text to number.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">The number.</param>
public sealed record NamedNumber(string Name, double Value);

namespace MlPerf.Endpoints.Rules.Mlx.Validation;

/// <summary>One fault of an envelope.</summary>
/// <param name="Pointer">The value at fault, a JSON pointer; for a missing or a surplus member the object.</param>
/// <param name="Keyword">The keyword of the schema that it breaks.</param>
public readonly record struct MlxViolation(string Pointer, string Keyword);

namespace MlPerf.Endpoints.Testing.Corpus;

/// <summary>A finding of the reference.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="SpecReference">The clause as printed.</param>
/// <param name="Path">Relative to the checked folder; null for none.</param>
/// <param name="Key">The outcome's key; null in v0.7, which has none.</param>
public sealed record CorpusFinding(string Rule, string Severity, string SpecReference, string? Path, string? Key);

namespace MlPerf.Endpoints.Testing.Corpus;

/// <summary>What the reference says of a submission.</summary>
/// <param name="Passed">Whether it passed; null where the reference itself fell over.</param>
/// <param name="Findings">Its errors and warnings, in its order.</param>
/// <param name="Passes">Number of results of severity info by rule.</param>
/// <param name="Crash">The exception with which the reference fell over, or null.</param>
public sealed record CorpusVerdict(bool? Passed, IReadOnlyList<CorpusFinding> Findings, IReadOnlyDictionary<string, int> Passes, string? Crash);

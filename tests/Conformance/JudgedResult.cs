namespace MlPerf.Endpoints.Conformance;

/// <summary>One result of a checker.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="SpecReference">The clause; empty where none is printed.</param>
/// <param name="Path">Relative to the submission's root, <c>.</c> for the root itself; null for nothing in particular.</param>
/// <param name="Key">The outcome within the rule.</param>
/// <param name="Message">For people who read a failed test.</param>
internal sealed record JudgedResult(string Rule, string Severity, string SpecReference, string? Path, string Key, string Message);

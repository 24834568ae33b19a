namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>A rule that did not apply to a target, and why. Neither a finding nor a pass.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Path">The target, relative to the folder that was given.</param>
/// <param name="Reason">Why, as a clause.</param>
public sealed record NotApplicableResult(string Rule, string? Path, string Reason);

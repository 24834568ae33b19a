namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A rule together with the pack that brought it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Descriptor">What it says of itself, read once.</param>
/// <param name="Pack">Its pack.</param>
public sealed record CataloguedRule(IComplianceRule Rule, RuleDescriptor Descriptor, RulePack Pack);

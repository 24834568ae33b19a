using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>What a report says of a rule that threw.</summary>
internal static class RuleFailure
{
    /// <summary>The outcome's key. It stands in no descriptor: no rule declares that it fails.</summary>
    public const string Key = "rule-failed";

    private static readonly Outcome Failed = Outcome.Error(
        Key,
        "",
        "the rule itself failed with {exception} ({detail}), so this part of the submission was not judged",
        "This is a defect of rule pack '{pack}' {version}, not of the submission. Report it to the pack's authors with the files that led to it.");

    public static RuleResult Of(CataloguedRule rule, CheckTarget target, Exception failure)
        => Failed.At(target.Path, ("exception", failure.GetType().Name), ("detail", failure.Message), ("pack", rule.Pack.Name), ("version", rule.Pack.Version));
}

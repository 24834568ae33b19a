using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>What rules answered, in order: results, and apart from them what did not apply.</summary>
internal sealed class RuleAnswers(SpecRevision revision, string displayRoot)
{
    public List<CheckResult> Results { get; } = [];

    public List<NotApplicableResult> NotApplicable { get; } = [];

    public void Add(CataloguedRule rule, RuleResult result)
    {
        if (result.Reason is { } reason)
        {
            NotApplicable.Add(new NotApplicableResult(rule.Descriptor.Id, result.Place.Path?.ToString(), reason));
        }
        else
        {
            Results.Add(new CheckResult(rule, result, revision, displayRoot));
        }
    }
}

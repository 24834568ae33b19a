using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Asks every rule about every target of its type. The order of the answers depends on the targets and the catalogue alone.</summary>
internal static class RuleEngine
{
    /// <summary>Every target of a submission, in the order in which they are judged.</summary>
    public static List<CheckTarget> TargetsOf(Submission submission)
    {
        var targets = new List<CheckTarget>();
        Flatten(submission, targets);
        return targets;
    }

    public static List<EngineResult> Judge(List<CheckTarget> targets, ImmutableArray<CataloguedRule> rules, CheckerOptions options, CancellationToken cancellation)
    {
        var byType = new Dictionary<Type, CataloguedRule[]>();
        foreach (var target in targets)
        {
            if (!byType.ContainsKey(target.GetType()))
            {
                byType.Add(target.GetType(), [.. rules.Where(rule => rule.Rule.TargetType.IsInstanceOfType(target))]);
            }
        }


        var answers = new List<EngineResult>?[targets.Count];
        ParallelWork.For(targets.Count, options.MaxDegreeOfParallelism, cancellation, index =>
        {
            var target = targets[index];
            var found = new List<EngineResult>();
            foreach (var rule in byType[target.GetType()])
            {
                Ask(rule, target, found);
            }

            answers[index] = found;
        });

        var all = new List<EngineResult>();
        foreach (var found in answers)
        {
            all.AddRange(found ?? []);
        }

        return all;
    }

    private static void Flatten(CheckTarget target, List<CheckTarget> targets)
    {
        targets.Add(target);
        foreach (var child in target.Children)
        {
            Flatten(child, targets);
        }
    }

    private static void Ask(CataloguedRule rule, CheckTarget target, List<EngineResult> found)
    {
        try
        {
            foreach (var result in rule.Rule.Check(target))
            {
                found.Add(new EngineResult(rule, result));
            }
        }
#pragma warning disable CA1031 // The one general catch of the engine: a rule that fails must not take the others with it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            found.Add(new EngineResult(rule, RuleFailure.Of(rule, target, failure)));
        }
    }
}

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

    /// <summary>Every answer, by target, then by rule.</summary>
    public static List<EngineResult> Judge(List<CheckTarget> targets, ImmutableArray<CataloguedRule> rules, CheckerOptions options, CancellationToken cancellation)
    {
        // One rule at a time on a thread: what a rule touches for the first time it then finds ready for all its targets, and no other thread waits for it.
        var answers = new List<EngineResult>?[rules.Length][];
        ParallelWork.For(rules.Length, options.MaxDegreeOfParallelism, cancellation, index => answers[index] = Ask(rules[index], targets, cancellation));

        var all = new List<EngineResult>();
        for (var target = 0; target < targets.Count; target++)
        {
            foreach (var found in answers)
            {
                if (found[target] is { } results)
                {
                    all.AddRange(results);
                }
            }
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

    // What one rule answers about each target; null where it does not judge it.
    private static List<EngineResult>?[] Ask(CataloguedRule rule, List<CheckTarget> targets, CancellationToken cancellation)
    {
        var answers = new List<EngineResult>?[targets.Count];
        for (var index = 0; index < answers.Length; index++)
        {
            if (rule.Rule.TargetType.IsInstanceOfType(targets[index]))
            {
                cancellation.ThrowIfCancellationRequested();
                answers[index] = Ask(rule, targets[index]);
            }
        }

        return answers;
    }

    private static List<EngineResult> Ask(CataloguedRule rule, CheckTarget target)
    {
        var found = new List<EngineResult>(1);
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

        return found;
    }
}

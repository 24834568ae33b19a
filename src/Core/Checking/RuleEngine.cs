using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Asks every rule about every target of its type. The order of the answers depends on the targets and the catalogue alone.</summary>
internal static class RuleEngine
{
    // What a thread takes at once: few enough that all threads end together, enough that handing them out costs nothing.
    private const int TargetsAtOnce = 16;

    /// <summary>Every target of a submission, in the order in which they are judged.</summary>
    public static List<CheckTarget> TargetsOf(Submission submission)
    {
        var targets = new List<CheckTarget>();
        Flatten(submission, targets);
        return targets;
    }

    /// <summary>Every answer, by target, then by rule; in several lists that follow each other.</summary>
    public static RuleAnswers[] Judge(
        Submission submission, string displayRoot, List<CheckTarget> targets, ImmutableArray<CataloguedRule> rules, CheckerOptions options, CancellationToken cancellation)
    {
        var rulesOf = new Dictionary<Type, CataloguedRule[]>();
        foreach (var target in targets)
        {
            if (!rulesOf.ContainsKey(target.GetType()))
            {
                rulesOf.Add(target.GetType(), [.. rules.Where(rule => rule.Rule.TargetType.IsInstanceOfType(target))]);
            }
        }

        var answers = new RuleAnswers[(targets.Count + TargetsAtOnce - 1) / TargetsAtOnce];
        ParallelWork.For(answers.Length, options.MaxDegreeOfParallelism, cancellation, share =>
        {
            var found = answers[share] = new RuleAnswers(submission.Revision, displayRoot);
            for (var index = share * TargetsAtOnce; index < Math.Min(targets.Count, (share + 1) * TargetsAtOnce); index++)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var rule in rulesOf[targets[index].GetType()])
                {
                    Ask(rule, targets[index], found);
                }
            }
        });
        return answers;
    }

    private static void Flatten(CheckTarget target, List<CheckTarget> targets)
    {
        targets.Add(target);
        foreach (var child in target.Children)
        {
            Flatten(child, targets);
        }
    }

    private static void Ask(CataloguedRule rule, CheckTarget target, RuleAnswers answers)
    {
        try
        {
            foreach (var result in rule.Rule.Check(target))
            {
                answers.Add(rule, result);
            }
        }
#pragma warning disable CA1031 // The one general catch of the engine: a rule that fails must not take the others with it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            answers.Add(rule, RuleFailure.Of(rule, target, failure));
        }
    }
}

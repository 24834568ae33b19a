using System.CommandLine;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Shared;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>explain RULE</c>: shows a rule's page.</summary>
internal static class ExplainCommand
{
    public static Command Create(ToolHost host)
    {
        var name = new Argument<string>("RULE") { Description = "Id of a rule, or rule/key." };
        var packs = new PackOptions(host);
        var command = new Command("explain", "Shows what a rule demands, why, and how to mend what it finds.\n\nExample:\n  submission-checker explain point-count") { name };
        packs.AddTo(command);
        command.SetAction(parsed => Print(host, parsed.GetValue(name)!, packs.WholeCatalogue(parsed)));
        return command;
    }

    private static int Print(ToolHost host, string name, RuleCatalogue catalogue)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var (id, key) = slash < 0 ? (name, null) : (name[..slash], name[(slash + 1)..]);
        var rules = catalogue.WithId(id).ToList();
        if (rules.Count == 0)
        {
            throw new UsageException($"There is no rule '{id}'.{Suggestion.For(id, catalogue.Rules.Select(rule => rule.Descriptor.Id))} 'submission-checker rules' lists them all.");
        }

        if (key is not null)
        {
            PrintOutcome(host.Output, rules, id, key);
            return CheckerExitCodes.Passed;
        }

        if (rules[0].Pack.PageOf(id) is { } page)
        {
            Print(host, TerminalText.Escape(page.ReplaceLineEndings("\n"), keepsLines: true));
        }
        else
        {
            host.Output.WriteLine($"{id}: {rules[0].Descriptor.Title}");
            foreach (var outcome in rules.SelectMany(rule => rule.Descriptor.Outcomes))
            {
                Print(host.Output, outcome);
            }
        }

        return CheckerExitCodes.Passed;
    }

    private static void Print(ToolHost host, string page)
        => TextReports.Target(host).Write(host.UsesColor ? MarkdownTerminal.Render(page) : MarkdownTerminal.WithoutMarks(page));

    private static void PrintOutcome(TerminalWriter output, List<CataloguedRule> rules, string id, string key)
    {
        var outcomes = rules.SelectMany(rule => rule.Descriptor.Outcomes).Where(outcome => outcome.Key == key).ToList();
        if (outcomes.Count == 0)
        {
            var keys = rules.SelectMany(rule => rule.Descriptor.Outcomes).Select(outcome => outcome.Key).ToList();
            throw new UsageException($"Rule '{id}' has no key '{key}'.{Suggestion.For(key, keys)} Its keys are {string.Join(", ", keys.Distinct())}.");
        }

        foreach (var outcome in outcomes)
        {
            Print(output, outcome);
        }
    }

    private static void Print(TerminalWriter output, Outcome outcome)
    {
        output.WriteLine($"{outcome.Key} ({SeverityNames.Of(outcome.Severity)}, {outcome.Spec}): {outcome.Message}");
        if (outcome.Fix is { } fix)
        {
            output.WriteLine($"    fix: {fix}");
        }
    }
}

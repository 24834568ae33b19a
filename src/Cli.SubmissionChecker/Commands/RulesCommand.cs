using System.CommandLine;
using System.Text.Json;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>rules</c>: lists the rules that a check would apply.</summary>
internal static class RulesCommand
{
    public static Command Create(ToolHost host)
    {
        var spec = new Option<string?>("--spec") { Description = "Only the rules of one revision.", HelpName = "SPEC" };
        var format = FormatOption.Create();
        var packs = new PackOptions(host);
        var command = new Command("rules", "Lists every rule: id, title, specs, outcomes, pack.\n\nExample:\n  submission-checker rules --spec v1.0") { spec, format };
        packs.AddTo(command);
        command.SetAction(parsed =>
        {
            var rules = packs.WholeCatalogue(parsed).Rules.Where(rule => parsed.GetValue(spec) is not { } name || rule.Descriptor.Specs.Any(known => known.Name == name || known.ToString() == name)).ToList();
            if (rules.Count == 0)
            {
                throw new UsageException($"No rule judges spec '{parsed.GetValue(spec)}'.");
            }

            if (parsed.IsJson(format))
            {
                // Clauses (§) and punctuation stay readable.
                JsonOutput.Print(host, json => Write(json, rules), System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
            }
            else
            {
                PrintText(host.Output, rules);
            }

            return CheckerExitCodes.Passed;
        });
        return command;
    }

    private static void PrintText(TerminalWriter output, List<CataloguedRule> rules)
    {
        foreach (var rule in rules)
        {
            output.WriteLine($"{rule.Descriptor.Id}  {string.Join(", ", rule.Descriptor.Specs)}  {rule.Descriptor.Title}{(rule.Descriptor.IsOptIn ? "  (opt-in)" : "")}  [{rule.Pack.Name}]");
            output.WriteLine($"    {string.Join(", ", rule.Descriptor.Outcomes.Select(outcome => $"{outcome.Key} ({SeverityNames.Of(outcome.Severity)})"))}");
        }

        output.WriteLine($"{rules.Count} rules; 'submission-checker explain RULE' tells more of one.");
    }

    private static void Write(Utf8JsonWriter json, List<CataloguedRule> rules)
    {
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Descriptor.Id);
            json.WriteString("title", rule.Descriptor.Title);
            json.WriteStartArray("specs");
            foreach (var spec in rule.Descriptor.Specs)
            {
                json.WriteStringValue(spec.ToString());
            }

            json.WriteEndArray();
            json.WriteString("pack", rule.Pack.Name);
            json.WriteString("pack_version", rule.Pack.Version);
            json.WriteBoolean("opt_in", rule.Descriptor.IsOptIn);
            json.WriteStartArray("outcomes");
            foreach (var outcome in rule.Descriptor.Outcomes)
            {
                json.WriteStartObject();
                json.WriteString("key", outcome.Key);
                json.WriteString("severity", SeverityNames.Of(outcome.Severity));
                json.WriteString("spec_ref", outcome.Spec.For(rule.Descriptor.Specs[0]));
                json.WriteString("message", outcome.Message.ToString());
                json.WriteString("fix", outcome.Fix?.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.CommandLine;
using System.Text.Json;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>rules</c>: lists the rules that a check would apply.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var spec = new Option<string?>("--spec") { Description = "Only the rules of one revision.", HelpName = "SPEC" };
        var format = new Option<string>("--format") { Description = "What is printed: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var packs = new PackOptions();
        var command = new Command("rules", "Lists every rule: id, title, specs, outcomes, pack.\n\nExample:\n  submission-checker rules --spec v1.0") { spec, format };
        packs.AddTo(command);
        command.SetAction(parsed =>
        {
            var rules = packs.WholeCatalogue(parsed).Rules.Where(rule => parsed.GetValue(spec) is not { } name || rule.Descriptor.Specs.Any(known => known.Name == name || known.ToString() == name)).ToList();
            if (rules.Count == 0)
            {
                throw new UsageException($"No rule judges spec '{parsed.GetValue(spec)}'.");
            }

            if (parsed.GetValue(format) is "json")
            {
                PrintJson(rules);
            }
            else
            {
                PrintText(rules);
            }

            return ExitCodes.Passed;
        });
        return command;
    }

    private static void PrintText(List<CataloguedRule> rules)
    {
        foreach (var rule in rules)
        {
            Console.WriteLine($"{rule.Descriptor.Id}  {string.Join(", ", rule.Descriptor.Specs)}  {rule.Descriptor.Title}{(rule.Descriptor.IsOptIn ? "  (opt-in)" : "")}  [{rule.Pack.Name}]");
            Console.WriteLine($"    {string.Join(", ", rule.Descriptor.Outcomes.Select(outcome => $"{outcome.Key} ({SeverityNames.Of(outcome.Severity)})"))}");
        }

        Console.WriteLine($"{rules.Count} rules; 'submission-checker explain RULE' tells more of one.");
    }

    private static void PrintJson(List<CataloguedRule> rules)
    {
        using var json = new Utf8JsonWriter(StandardStream.OpenOutput(), new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("schema_version", "1.0");
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
        json.WriteEndObject();
        json.Flush();
        Console.WriteLine();
    }
}

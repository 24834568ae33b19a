using System.Text;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Docs;

/// <summary>The generated parts of a rule's page: the first lines and the table of outcomes.</summary>
internal static class RulePage
{
    private const string Start = "<!-- outcomes -->";
    private const string End = "<!-- /outcomes -->";

    public static string Update(string page, IReadOnlyList<RuleDescriptor> descriptors)
    {
        var text = page.ReplaceLineEndings("\n");
        var body = text.IndexOf("\n## ", StringComparison.Ordinal);
        if (body < 0)
        {
            throw new FormatException($"The page of {descriptors[0].Id} has no second-level heading.");
        }

        text = $"# {descriptors[0].Title}\n\n`{descriptors[0].Id}` · {string.Join(", ", descriptors.SelectMany(descriptor => descriptor.Specs))}\n{text[body..]}";
        var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        return from < 0 || to < from
            ? throw new FormatException($"The page of {descriptors[0].Id} lacks the marks {Start} and {End}.")
            : $"{text[..from]}{Start}\n{Table(descriptors)}{text[to..]}";
    }

    public static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Table(IReadOnlyList<RuleDescriptor> descriptors)
    {
        var table = new StringBuilder();
        foreach (var descriptor in descriptors)
        {
            table.Append("\n| key | severity | clause | message |").Append(descriptors.Count > 1 ? $" <!-- {string.Join(", ", descriptor.Specs)} -->" : "").Append("\n|---|---|---|---|\n");
            foreach (var outcome in descriptor.Outcomes)
            {
                table.Append($"| `{outcome.Key}` | {SeverityNames.Of(outcome.Severity)} | {Clause(descriptor, outcome)} | {Escape(outcome.Message.ToString())} |\n");
            }
        }

        return table.Append('\n').ToString();
    }

    private static string Clause(RuleDescriptor descriptor, Outcome outcome)
        => string.Join(", ", descriptor.Specs.Select(spec => outcome.Spec.For(spec)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));
}

using System.Collections.Immutable;
using System.Text;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Docs;

/// <summary>The index of the rules' pages.</summary>
internal static class RuleIndex
{
    public static string Write(ImmutableArray<CataloguedRule> rules)
    {
        var text = new StringBuilder("# Rules\n\nEvery built-in rule. `submission-checker explain RULE` shows the same pages in the terminal.\n\n| rule | title | specs | outcomes |\n|---|---|---|---|\n");
        foreach (var group in rules.GroupBy(rule => rule.Descriptor.Id, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var descriptors = group.Select(rule => rule.Descriptor).ToList();
            text.Append($"| [`{group.Key}`]({group.Key}.md) | {RulePage.Escape(descriptors[0].Title)} | {string.Join(", ", descriptors.SelectMany(descriptor => descriptor.Specs))} | {string.Join(", ", descriptors.SelectMany(descriptor => descriptor.Outcomes).Select(outcome => $"`{outcome.Key}`").Distinct())} |\n");
        }

        return text.ToString();
    }
}

using System.Collections.Immutable;
using System.Text;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Docs;

/// <summary>The table of both revisions' rules.</summary>
internal static class SpecSupport
{
    private static readonly SpecRevision[] Columns = [SpecRevision.V1_0, SpecRevision.V0_7Release, SpecRevision.V0_7Readme];

    public static string Write(ImmutableArray<CataloguedRule> rules)
    {
        var text = new StringBuilder("# Specs and their rules\n\n");
        text.Append("| revision | reference release | rules |\n|---|---|---|\n");
        foreach (var (revision, release) in new[] { (SpecRevision.V1_0, "1.5.3.0"), (SpecRevision.V0_7Release, "0.1.1.10"), (SpecRevision.V0_7Readme, "0.1.1.0") })
        {
            text.Append($"| {revision} | {release} | {rules.Count(rule => rule.Descriptor.AppliesTo(revision) && !rule.Descriptor.IsOptIn)} |\n");
        }

        text.Append($"\n| rule | {string.Join(" | ", Columns)} |\n|---|{string.Concat(Columns.Select(_ => "---|"))}\n");
        foreach (var group in rules.GroupBy(rule => rule.Descriptor.Id, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append($"| [`{group.Key}`](rules/{group.Key}.md) | {string.Join(" | ", Columns.Select(column => Cell(group, column)))} |\n");
        }

        return text.ToString();
    }

    private static string Cell(IEnumerable<CataloguedRule> rules, SpecRevision revision)
        => rules.FirstOrDefault(rule => rule.Descriptor.AppliesTo(revision)) is { } rule
            ? string.Join(", ", rule.Descriptor.Outcomes.Select(outcome => outcome.Spec.For(revision)).Where(clause => clause.Length > 0).Distinct(StringComparer.Ordinal)) is { Length: > 0 } clauses ? clauses : "yes"
            : "–";
}

using MlPerf.Endpoints.SubmissionCli.Checking;

namespace MlPerf.Endpoints.SubmissionCli.Mcp;

/// <summary>Explains rules, from the pages that their packs carry.</summary>
internal static class RuleTools
{
    /// <summary>A rule's page.</summary>
    /// <exception cref="UsageException">There is no such rule, or it has no page.</exception>
    public static string Explain(string id)
        => BuiltinRules.Catalogue.WithId(id).FirstOrDefault()?.Pack.PageOf(id) ?? throw new UsageException($"There is no rule '{id}'.");
}

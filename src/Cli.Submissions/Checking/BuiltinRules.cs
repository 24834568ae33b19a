using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>The rules of both revisions, registered by name since this is a tool.</summary>
internal static class BuiltinRules
{
    private static readonly Lazy<RuleCatalogue> Shared = new(() => new RuleCatalogueBuilder().AddRulesFrom(Rules.Builtin.BuiltinRules.Index).Build());

    public static RuleCatalogue Catalogue => Shared.Value;
}

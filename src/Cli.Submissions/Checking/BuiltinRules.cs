using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>The rules of both revisions, registered by name since this is a tool.</summary>
internal static class BuiltinRules
{
    private static readonly Lazy<RuleCatalogue> Shared = new(() => new RuleCatalogueBuilder().AddRulesFrom(typeof(PointCountRule).Assembly).Build());

    public static RuleCatalogue Catalogue => Shared.Value;
}

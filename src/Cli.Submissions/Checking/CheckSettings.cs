using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>Settings of the client's checks.</summary>
internal static class CheckSettings
{
    public static CheckerOptions Of(CliHost host, SpecRevision revision)
    {
        var options = new CheckerOptions { Spec = revision.Name, Dialect = revision.Dialect ?? "auto" };
        Apply(host, options);
        return options;
    }

    /// <summary>The revision is told from the folder.</summary>
    public static CheckerOptions Any(CliHost host, string? spec, string? dialect)
    {
        var options = new CheckerOptions { Spec = spec ?? "auto", Dialect = dialect ?? "auto" };
        Apply(host, options);
        return options;
    }

    private static void Apply(CliHost host, CheckerOptions options)
    {
        options.SeedSetsFile = Given(host, "MLPERF_ENDPOINTS_SEED_SETS");
        options.ApprovedDraftersFile = Given(host, "MLPERF_ENDPOINTS_APPROVED_DRAFTERS");
    }

    private static string? Given(CliHost host, string name) => host.Variable(name) is { Length: > 0 } file ? host.Resolve(file) : null;
}

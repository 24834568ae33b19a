using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>Settings of the client's checks.</summary>
internal static class CheckSettings
{
    public static CheckerOptions Of(ToolHost host, SpecRevision revision)
        => ReferenceData.Apply(host, new CheckerOptions { Spec = revision.Name, Dialect = revision.Dialect ?? "auto" });

    /// <summary>The revision is told from the folder.</summary>
    public static CheckerOptions Any(ToolHost host, string? spec, string? dialect)
        => ReferenceData.Apply(host, new CheckerOptions { Spec = spec ?? "auto", Dialect = dialect ?? "auto" });
}

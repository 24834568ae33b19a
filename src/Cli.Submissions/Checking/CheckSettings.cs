using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>Settings of the client's checks.</summary>
internal static class CheckSettings
{
    public static CheckerOptions Of(CliHost host, SpecRevision revision)
        => WithVariables(host, new CheckerOptions { Spec = revision.Name, Dialect = revision.Dialect ?? "auto" });

    /// <summary>The revision is told from the folder.</summary>
    public static CheckerOptions Any(CliHost host, string? spec, string? dialect)
        => WithVariables(host, new CheckerOptions { Spec = spec ?? "auto", Dialect = dialect ?? "auto" });

    /// <summary>The reference's variables name the data, relative to the working folder.</summary>
    private static CheckerOptions WithVariables(CliHost host, CheckerOptions options)
        => ReferenceDataVariables.Apply(options, name => host.Variable(name) is { Length: > 0 } file ? host.Resolve(file) : null);
}

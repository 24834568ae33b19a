using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>Puts submissions together from runs, in memory and without any service.</summary>
/// <example><code>
/// var submission = SubmissionAssembler.Assemble(new AssemblyRequest
/// {
///     Revision = SpecRevision.V1_0, Division = "standardized", Availability = "available",
///     Runs = [.. folders.Select(folder => RunInput.FromFolder(Path.GetFileName(folder), folder))],
/// });
/// var report = new SubmissionChecker(submission.ToSource()).Run();
/// </code></example>
public static class SubmissionAssembler
{
    /// <summary>Assembles.</summary>
    /// <exception cref="SubmissionAssemblyException">The runs do not make a submission; the message names run and file.</exception>
    /// <exception cref="ArgumentException">The revision has no layout to assemble.</exception>
    public static AssembledSubmission Assemble(AssemblyRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Runs.Count == 0)
        {
            throw new SubmissionAssemblyException("There are no runs; a submission needs at least one.");
        }

        return request.Revision switch
        {
            { Name: "v1.0" } => new V1_0Assembly(request).Assemble(),
            { Name: "v0.7", Dialect: "readme" } => new V0_7ReadmeAssembly(request).Assemble(),
            { Name: "v0.7" } => new V0_7Assembly(request).Assemble(),
            var other => throw new ArgumentException($"There is no layout of {other} to assemble; known: {SpecRevision.V1_0}, {SpecRevision.V0_7Release}, {SpecRevision.V0_7Readme}.", nameof(request)),
        };
    }
}

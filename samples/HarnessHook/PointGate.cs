using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;

namespace HarnessHook;

/// <summary>Judges one measured point while the harness still runs: only what the point itself is to blame for stops the next measurement.</summary>
internal sealed class PointGate(string submission)
{
    /// <summary>The errors and warnings about one point folder; those about the unfinished curve around it are left out.</summary>
    /// <param name="pointFolder">Path of the point below the submission: <c>results/acme_a8/llama3_1-8b/r8</c>.</param>
    public IReadOnlyList<CheckResult> Judge(string pointFolder)
        => [.. new SubmissionChecker(submission, new CheckerOptions { Spec = "v1.0" }).Run().Results
            .Where(result => result.Severity is not Severity.Info && result.Path?.StartsWith(pointFolder + "/", StringComparison.Ordinal) is true)];
}

using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>Results that say the same, as one row.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
internal sealed record GroupedResult(CheckResult First, int Count)
{
    public string Message => Count == 1 ? First.Message : $"{First.Message} (×{Count})";

    public string Path => (First.DisplayPath ?? "") + (Count == 1 ? "" : $" (+{Count - 1} more)");

    /// <summary>Title and clause.</summary>
    public string Check => First.SpecReference.Length == 0 ? First.Title : $"{First.Title} ({First.SpecReference})";

    /// <summary>Errors, then warnings, then passes; equal ones become one row at the first one's place.</summary>
    public static IReadOnlyList<GroupedResult> Of(Report report, params Severity[] severities)
        => [.. severities.SelectMany(severity => report.Results.Where(result => result.Severity == severity)
            .GroupBy(result => (result.Rule, result.Message, result.Fix)).Select(group => new GroupedResult(group.First(), group.Count())))];
}

using MlPerf.Endpoints.Core.Reporting;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>Errors and warnings as GitHub shows them beside the files of a pull request.</summary>
internal static class GitHubAnnotations
{
    public static void Write(ToolHost host, Report report)
    {
        var seen = new HashSet<(string, string, string?)>();
        foreach (var result in report.Results)
        {
            if (result.Severity is not Core.Rules.Severity.Info && seen.Add((result.Rule, result.Message, result.DisplayPath)))
            {
                host.Error.WriteLine(Line(host, result));
            }
        }
    }

    /// <summary>A path relative to the working folder where it lies below it.</summary>
    public static string? File(ToolHost host, string? path)
        => path is not null && Path.IsPathRooted(path) && path.StartsWith(host.WorkingFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path[(host.WorkingFolder.Length + 1)..]
            : path;

    private static string Line(ToolHost host, CheckResult result)
    {
        var level = result.Severity is Core.Rules.Severity.Error ? "error" : "warning";
        var file = File(host, result.DisplayFile ?? result.DisplayPath) is { } path ? $"file={Property(path)}," : "";
        var place = result is { DisplayFile: not null, Line: { } line } ? $"line={line}," : "";
        var message = result.Fix is { } fix ? $"{result.Message}\n\nFix: {fix}" : result.Message;
        return $"::{level} {file}{place}title={Property(new GroupedResult(result, 1).Check)}::{Data(message)}";
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

using System.Text.Json;
using MlPerf.Endpoints.Core.Reporting;

namespace MlPerf.Endpoints.Conformance;

/// <summary>What a checker says of a submission, as far as the reference's verdict has it.</summary>
/// <param name="Passed">The overall verdict.</param>
/// <param name="Results">Findings and passes.</param>
internal sealed record Judgement(bool Passed, IReadOnlyList<JudgedResult> Results)
{
    public static Judgement Of(Report report)
        => new(report.Passed, [.. report.Results.Select(result => new JudgedResult(result.Rule, SeverityNames.Of(result.Severity), result.SpecReference, result.Path, result.Key, result.Message))]);

    /// <summary>Reads a report as the tool writes it.</summary>
    /// <param name="json">The report.</param>
    /// <param name="root">The folder that was given.</param>
    public static Judgement Parse(ReadOnlyMemory<byte> json, string root)
    {
        using var document = JsonDocument.Parse(json);
        var report = document.RootElement;
        return new(
            report.GetProperty("passed").GetBoolean(),
            [.. report.GetProperty("results").EnumerateArray().Select(result => new JudgedResult(
                Text(result, "rule")!,
                Text(result, "severity")!,
                Text(result, "spec_ref")!,
                Relative(root, Text(result, "path")),
                Text(result, "key")!,
                result.GetProperty("message").GetRawText()))]);
    }

    private static string? Text(JsonElement result, string name) => result.GetProperty(name).GetString();

    // A report joins paths to the root as it was given; the corpus has them relative to it.
    private static string? Relative(string root, string? path)
        => path is null ? null
            : path == root ? "."
            : path.StartsWith(root + "/", StringComparison.Ordinal) ? path[(root.Length + 1)..]
            : path;
}

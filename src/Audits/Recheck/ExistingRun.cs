using System.Text.Json;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>A finished run that is evidence without being a phase.</summary>
internal static class ExistingRun
{
    private const long MostBytes = 16L << 20;

    /// <summary>Reads a run's folder.</summary>
    /// <exception cref="AuditException">It cannot be used.</exception>
    public static PhaseEvidence Read(string label, string folder)
    {
        var source = new FolderSource(folder, new SourceLimits { FollowLinks = true });
        var run = new PhaseFolder(source, SubmissionPath.Root, label);
        if (!run.HasReport)
        {
            throw run.Fault(RecheckProblems.EvidenceMissing, $"'{folder}' holds no performance/result_summary.json");
        }

        var report = run.ReadReport();
        PhaseGuards.RequireComplete(label, report);
        return new PhaseEvidence(label, report, report.Issued) { Score = ReadScore(source) };
    }

    // One score, or the mean of the datasets': whichever the file of the benchmark tool holds.
    private static double? ReadScore(FolderSource source)
    {
        var content = source.Read(SubmissionPath.Parse("accuracy/accuracy_results.json"), MostBytes);
        if (content.Problem is not null || JsonFiles.Parse(content.Bytes, out _) is not { } root)
        {
            return null;
        }

        return JsonFiles.Number(root, "average_accuracy") ?? JsonFiles.Number(root, "accuracy") ?? JsonFiles.Number(root, "score") ?? Mean(root);
    }

    private static double? Mean(JsonElement root)
    {
        var scores = (root.ValueKind switch
        {
            JsonValueKind.Array => root.EnumerateArray(),
            JsonValueKind.Object when root.TryGetProperty("accuracy_scores", out var list) && list.ValueKind is JsonValueKind.Array => list.EnumerateArray(),
            _ => Enumerable.Empty<JsonElement>(),
        }).Select(entry => JsonFiles.Number(entry, "score")).OfType<double>().ToList();
        return scores.Count == 0 ? null : scores.Average();
    }
}

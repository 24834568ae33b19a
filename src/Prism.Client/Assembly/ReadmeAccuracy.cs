using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>The accuracy files of a curve in the readme dialect: what a run brings, or what its native report says against the published targets. Nothing is invented.</summary>
internal static class ReadmeAccuracy
{
    private const string ResultFile = "accuracy/accuracy_result.json";

    // The lowest ROUGE or exact-match score that each model's reference allows (rules-0.7 §8.4), by fragments of the model's name.
    private static readonly (string[] Fragments, (string Metric, double Target)[] Targets)[] Models =
    [
        (["llama3", "405b"], [("rougel", 21.6666 * 0.99), ("exact_match", 90.1335 * 0.99)]),
        (["llama2", "70b"], [("rouge1", 44.4312 * 0.99), ("rouge2", 22.0352 * 0.99), ("rougel", 28.6162 * 0.99)]),
        (["mixtral", "8x7b"], [("rouge1", 45.5989 * 0.99), ("rouge2", 23.3526 * 0.99), ("rougel", 30.4608 * 0.99)]),
        (["llama3", "8b"], [("rouge1", 38.7792 * 0.99), ("rouge2", 15.9075 * 0.99), ("rougel", 24.4957 * 0.99), ("rougelsum", 35.793 * 0.99)]),
    ];

    public static void Add(SortedDictionary<string, ReadOnlyMemory<byte>> files, string folder, IEnumerable<RunReading> runs)
    {
        foreach (var run in runs)
        {
            if (run.IsFile(ResultFile) && run.Bytes(ResultFile) is { } own)
            {
                files[$"{folder}/accuracy_result.json"] = own;
                files[$"{folder}/accuracy.txt"] = run.Bytes("accuracy/accuracy.txt") ?? "See accuracy_result.json.\n"u8.ToArray();
                return;
            }

            if (Measured(run, folder) is { } measured)
            {
                files[$"{folder}/accuracy_result.json"] = NodeJson.Indented(measured);
                files[$"{folder}/accuracy.txt"] = "Taken from the benchmark's own accuracy report; see accuracy_result.json.\n"u8.ToArray();
                return;
            }
        }
    }

    private static Node? Measured(RunReading run, string folder)
    {
        foreach (var file in new[] { "accuracy/accuracy_results.json", "results.json" })
        {
            if (run.ObjectOrNothing(file)?["accuracy_scores"] is { } scores)
            {
                var entries = scores.Kind is NodeKind.Map ? scores.Members.Select(member => member.Value) : scores.Items;
                foreach (var entry in entries)
                {
                    if (entry.Find("score") is { } score && Judged(score, folder) is { } judged)
                    {
                        return judged;
                    }
                }
            }
        }

        return null;
    }

    private static Node? Judged(Node score, string folder)
    {
        foreach (var (metric, target) in Targets(folder))
        {
            var value = score.Kind is NodeKind.Map
                ? score.Members.FirstOrDefault(member => string.Equals(member.Name, metric, StringComparison.OrdinalIgnoreCase))?.Value
                : score;
            if (value?.RawNumber is { } number)
            {
                return JsonNodes.Map(
                    ("metric", JsonNodes.Of(metric)), ("score", JsonNodes.Of(number)), ("quality_target", JsonNodes.Of(target)), ("passed", JsonNodes.Of(number >= target)));
            }
        }

        return null;
    }

    private static (string Metric, double Target)[] Targets(string folder)
    {
        var model = folder.Split('/')[^2];
        var key = string.Concat(model.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        return Models.FirstOrDefault(row => row.Fragments.All(fragment => key.Contains(fragment, StringComparison.Ordinal))).Targets ?? [];
    }
}

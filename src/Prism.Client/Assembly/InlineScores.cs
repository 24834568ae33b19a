using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>Adds the score that a performance run took inline to the scores of its accuracy partner (submission-cli 7.4).</summary>
internal static class InlineScores
{
    public static ReadOnlyMemory<byte> Add(ReadOnlyMemory<byte> accuracy, V1_0Run performance)
    {
        if (Scores(accuracy) is not ({ } root, { } scores)
            || !performance.Others.TryGetValue("accuracy/accuracy_results.json", out var own)
            || Scores(own) is not ({ }, { } ownScores)
            || scores.Any(IsPerformance)
            || ownScores.FirstOrDefault(IsPerformance) is not { } inline
            || scores.Any(score => score.Find("dataset_name") is { } name && inline["dataset_name"] is { } taken && JsonNodes.SameValue(name, taken)))
        {
            return accuracy;
        }

        return NodeJson.Indented(root.With("accuracy_scores", JsonNodes.List([.. scores, inline])));
    }

    private static (Node? Root, IReadOnlyList<Node>? Scores) Scores(ReadOnlyMemory<byte> json)
        => DocumentReader.Read(json, SubmissionPath.Root, DocumentLanguage.Json, BuildLimits.Documents).Root is { Kind: NodeKind.Map } root && root["accuracy_scores"] is { Kind: NodeKind.List } scores
            ? (root, scores.Items)
            : (null, null);

    private static bool IsPerformance(Node entry) => entry.Find("dataset_type") is { Kind: NodeKind.Text, AsText: "performance" };
}

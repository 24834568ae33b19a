using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Reads <c>results/point_&lt;C&gt;/accuracy/results.json</c> of the release dialect: data sets with a sample count and scores, neither of them typed.</summary>
internal static class MeasuredAccuracyReader
{
    /// <summary>The key of a file without any data set.</summary>
    public const string NoDatasets = "no-datasets";

    /// <summary>The name under which a score that is one number is kept. No threshold has it.</summary>
    public const string SingleScore = "score";

    public static FileReading<MeasuredAccuracy> Read(Document document)
    {
        if (document.Root is not { } root)
        {
            return new(document, [], null);
        }

        var problems = new List<FieldProblem>();
        if (FieldReader.Open(document, problems) is not { } fields)
        {
            return new(document, problems, null);
        }

        if (root.Members.Count == 0)
        {
            fields.Refuse(NoDatasets, null, "at least one data set", "none");
        }

        var merged = new Merged();
        foreach (var member in root.Members)
        {
            var name = member.Name ?? "";
            if (member.Value.Kind is NodeKind.Map)
            {
                merged.Add(name, member.Value);
            }
            else
            {
                fields.Refuse(FieldKeys.DictType, name, "a mapping with num_samples and score");
            }
        }

        return new(document, problems, problems.Count == 0 ? merged.ToAccuracy() : null);
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Counts and scores of the data sets read so far.</summary>
    private sealed class Merged
    {
        private readonly ImmutableArray<DatasetSampleCount>.Builder _counts = ImmutableArray.CreateBuilder<DatasetSampleCount>();
        private readonly List<MetricScore> _scores = [];
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private readonly ImmutableArray<MetricScore>.Builder _unusable = ImmutableArray.CreateBuilder<MetricScore>();

        public MeasuredAccuracy ToAccuracy() => new(_counts.DrainToImmutable(), [.. _scores], _unusable.DrainToImmutable());

        public void Add(string dataset, Node entry)
        {
            var pointer = $"/{Escape(dataset)}";
            if (entry["num_samples"] is { } count)
            {
                var isInfinite = count.Kind is NodeKind.Number && double.IsInfinity(count.AsNumber);
                if (PythonText.ToInteger(count) is { } number)
                {
                    _counts.Add(new DatasetSampleCount(dataset, number, count, $"{pointer}/num_samples"));
                }
                else if (isInfinite)
                {
                    _counts.Add(new DatasetSampleCount(dataset, null, count, $"{pointer}/num_samples"));
                }
            }

            if (entry["score"] is { Kind: NodeKind.Map } scores)
            {
                foreach (var score in scores.Members)
                {
                    Add(score.Name ?? "", score.Value, pointer, isMember: true);
                }
            }
            else if (entry["score"] is { IsNull: false } single)
            {
                Add(SingleScore, single, pointer, isMember: false);
            }
        }

        private void Add(string metric, Node node, string dataset, bool isMember)
        {
            if (PythonText.ToNumber(node) is not { } value)
            {
                return;
            }

            var score = new MetricScore(metric, value, node, isMember ? $"{dataset}/score/{Escape(metric)}" : $"{dataset}/score");
            if (node.Kind is NodeKind.Integer && !double.IsFinite(value))
            {
                _unusable.Add(score);
            }
            else if (_places.TryGetValue(metric, out var place))
            {
                _scores[place] = score;
            }
            else
            {
                _places[metric] = _scores.Count;
                _scores.Add(score);
            }
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads the accuracy results beside a point: <c>accuracy_results.json</c>, or <c>accuracy_scores</c> of <c>results.json</c>.</summary>
/// <remarks>The first of the two that exists decides; there is no falling back from a bad file to the next one.</remarks>
public static class AccuracyReader
{
    /// <summary>The file of accuracy results.</summary>
    public const string ResultsFile = "accuracy_results.json";

    /// <summary>The client's own result file, of which only <see cref="ScoresMember"/> is read, and only where there is no <see cref="ResultsFile"/>.</summary>
    public const string ClientFile = "results.json";

    /// <summary>The member that holds the data sets.</summary>
    public const string ScoresMember = "accuracy_scores";

    /// <summary>The keys of the faults that are this file's own.</summary>
    private const string NotAMapping = "dict_type";
    private const string Empty = "fail";
    private const string NotACollection = "scores-not-collection";
    private const string EntryNotAMapping = "entry-not-mapping";
    private const string EntryUnnamed = "entry-unnamed";
    private const string DatasetDuplicate = "dataset-duplicate";
    private const string ScoreMissing = "score-missing";
    private const string AliasConflict = "alias-conflict";
    private const string PerformanceDuplicate = "performance-duplicate";

    private const string DatasetName = "dataset_name";
    private const string DatasetType = "dataset_type";
    private const string Score = "score";
    private const string SampleCount = "num_samples";
    private const string NativeSampleCount = "unit_samples";
    private const string Repeats = "n_repeats";
    private const string NativeRepeats = "num_repeats";

    private static readonly HashSet<string> ClientMembers = new(StringComparer.Ordinal) { ScoresMember };

    // Members of an entry without a score that are no metrics.
    private static readonly HashSet<string> Bookkeeping = new(StringComparer.Ordinal)
    {
        DatasetName, SampleCount, "status", "extractor", "ground_truth_column", Repeats, "complete", NativeSampleCount,
        "total_samples", NativeRepeats, "duration_s", DatasetType, "response_counts",
    };

    /// <summary>Reads what a point's folder says of accuracy; null where it says nothing.</summary>
    /// <param name="source">The submission.</param>
    /// <param name="pointFolder">The point's folder.</param>
    /// <param name="context">What else reading depends on.</param>
    public static FileReading<AccuracyResults>? Read(ISubmissionSource source, SubmissionPath pointFolder, FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        var results = context.ReadDocument(source, pointFolder / ResultsFile, DocumentLanguage.Json);
        if (results.Problem is { ExceedsLimit: true })
        {
            // With the answers in it the file may be too large to hold; where the scores have a member of their own, they are all that matters.
            var scores = context.ReadDocument(source, pointFolder / ResultsFile, DocumentLanguage.Json, ClientMembers);
            var isSizeAllThatIsWrong = scores.Root is { } root ? root[ScoresMember] is null : scores.Problem is { ExceedsLimit: true };
            results = isSizeAllThatIsWrong ? results : scores;
        }

        return results.Exists ? Read(results) : ReadClientFile(context.ReadDocument(source, pointFolder / ClientFile, DocumentLanguage.Json, ClientMembers));
    }

    /// <summary>Reads <c>accuracy_results.json</c>.</summary>
    /// <returns>The document, its faults, and the results where there is no fault at all.</returns>
    public static FileReading<AccuracyResults> Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Root switch
        {
            null => new(document, [], null),
            var root when root[ScoresMember] is { } scores => ReadScores(document, scores),
            var root => ReadDatasets(document, root, "", ""),
        };
    }

    /// <summary>Reads <c>results.json</c>, of which only its accuracy scores matter.</summary>
    /// <returns>As for <see cref="Read(Document)"/>; null where the file says nothing of accuracy, which is no fault.</returns>
    public static FileReading<AccuracyResults>? ReadClientFile(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Root is null)
        {
            // Broken JSON is passed over as the reference does. Where the reference falls over, and where a bound of our own is reached, the file is reported.
            return document.Problem is { Kind: DocumentProblemKind.Encoding } or { ExceedsLimit: true } ? new(document, [], null) : null;
        }

        return document.Root[ScoresMember] switch
        {
            null or { Kind: NodeKind.Null } => null,
            { Kind: NodeKind.Map, Members.Count: 0 } or { Kind: NodeKind.List, Items.Count: 0 } => null,
            var scores => ReadScores(document, scores),
        };
    }

    private static FileReading<AccuracyResults> ReadScores(Document document, Node scores)
        => scores.Kind is NodeKind.Map or NodeKind.List
            ? ReadDatasets(document, scores, ScoresMember, $"/{ScoresMember}")
            : new(document, [new(NotACollection, ScoresMember, $"/{ScoresMember}", scores.Location, "an object or a list of data sets", scores.ToString())], null);

    private static FileReading<AccuracyResults> ReadDatasets(Document document, Node datasets, string field, string pointer)
    {
        var reading = new Reading(field, pointer);
        reading.Read(datasets);
        return new(document, reading.Problems, reading.Problems.Count == 0 ? new AccuracyResults(reading.Entries.ToImmutable()) : null);
    }

    /// <summary>Takes what is read of one document.</summary>
    private sealed class Reading(string field, string pointer)
    {
        public List<FieldProblem> Problems { get; } = [];

        public ImmutableArray<AccuracyEntry>.Builder Entries { get; } = ImmutableArray.CreateBuilder<AccuracyEntry>();

        public void Read(Node datasets)
        {
            switch (datasets.Kind)
            {
                case NodeKind.List:
                    ReadList(datasets.Items);
                    break;
                case NodeKind.Map:
                    ReadMapping(datasets.Members);
                    break;
                default:
                    Problems.Note(new(NotAMapping, field, pointer, datasets.Location, "an object or a list of data sets", datasets.ToString()));
                    break;
            }

            if (Problems.Count > 0)
            {
                return;
            }

            if (Entries.Count == 0)
            {
                Problems.Note(new(Empty, field, pointer, datasets.Location, "at least one data set", datasets.ToString()));
            }
            else if (Entries.Count > 1 && Entries.Where(entry => entry.IsTypedPerformance).ToList() is { Count: > 1 } inline)
            {
                Problems.Note(new(PerformanceDuplicate, field, inline[1].Pointer, inline[1].Location, "at most one data set of type performance", $"{Shown(inline[0])} and {Shown(inline[1])}"));
            }
        }

        private void ReadMapping(IReadOnlyList<Member> members)
        {
            foreach (var member in members)
            {
                var name = member.Name ?? "";
                var below = Below(pointer, name);
                if (member.Value.Kind is NodeKind.Map)
                {
                    Entries.Add(Entry(name, member.Value, below, isNative: false));
                }
                else
                {
                    Problems.Note(new(NotAMapping, Dotted(field, name), below, member.Value.Location, "an object", member.Value.ToString()));
                }
            }
        }

        private void ReadList(IReadOnlyList<Node> items)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (var index = 0; index < items.Count && Problems.Count == 0; index++)
            {
                var place = index.ToString(CultureInfo.InvariantCulture);
                ReadItem(items[index], Dotted(field, place), Below(pointer, place), names);
            }
        }

        // The first defect of a list ends the file.
        private void ReadItem(Node item, string itemField, string itemPointer, HashSet<string> names)
        {
            if (item.Kind is not NodeKind.Map)
            {
                Problems.Note(new(EntryNotAMapping, itemField, itemPointer, item.Location, "an object", item.ToString()));
                return;
            }

            var nameNode = item[DatasetName];
            if (nameNode is not { Kind: NodeKind.Text, AsText: { } name } || PythonText.IsBlank(name))
            {
                Add(EntryUnnamed, DatasetName, nameNode, "the data set's name", nameNode?.ToString());
            }
            else if (!names.Add(name))
            {
                Add(DatasetDuplicate, DatasetName, nameNode, "a name that no other entry has", nameNode.ToString());
            }
            else if (item[Score] is null)
            {
                Add(ScoreMissing, Score, null, "a score, or null", nameNode.ToString());
            }
            else if (AreInConflict(item, NativeSampleCount, SampleCount) || AreInConflict(item, NativeRepeats, Repeats))
            {
                return;
            }
            else
            {
                Entries.Add(Entry(name, item, itemPointer, isNative: true));
            }

            bool AreInConflict(Node entry, string native, string canonical)
            {
                if (entry[native] is not { } ours || entry[canonical] is not { } theirs || AccuracyNumbers.AreEqual(ours, theirs))
                {
                    return false;
                }

                Add(AliasConflict, native, ours, $"{theirs}, as {canonical} says", ours.ToString());
                return true;
            }

            void Add(string key, string member, Node? node, string expected, string? found)
                => Problems.Note(new(key, Dotted(itemField, member), node is null ? itemPointer : Below(itemPointer, member), node?.Location ?? item.Location, expected, found));
        }
    }

    private static AccuracyEntry Entry(string name, Node node, string pointer, bool isNative)
    {
        var metrics = ImmutableArray.CreateBuilder<AccuracyMetric>();
        var metricOverflow = ReadMetrics(node, pointer, metrics);
        var (samplesName, samples) = Count(node, SampleCount, NativeSampleCount, isNative);
        var (repeatsName, repeats) = Count(node, Repeats, NativeRepeats, isNative);

        AccuracyOverflow? countOverflow = null;
        BigInteger? sampleCount = null;
        double? weight = null;
        if (samples is not null)
        {
            sampleCount = AccuracyNumbers.ToInteger(samples, out var isInfinite);
            weight = AccuracyNumbers.ToDouble(samples, out var isTooLarge);
            if (isInfinite || (isTooLarge && metrics.Count > 0))
            {
                countOverflow = new(samplesName, samples.ToString(), samples.Location, Below(pointer, samplesName));
            }
        }

        var repeatCount = BigInteger.One;
        if (repeats is not null && !AccuracyNumbers.IsEmpty(repeats))
        {
            repeatCount = AccuracyNumbers.ToInteger(repeats, out var isInfinite) ?? BigInteger.One;
            if (isInfinite)
            {
                countOverflow ??= new(repeatsName, repeats.ToString(), repeats.Location, Below(pointer, repeatsName));
            }
        }

        return new AccuracyEntry
        {
            Name = name,
            Location = node.Location,
            Pointer = pointer,
            DatasetType = node[DatasetType] is { Kind: NodeKind.Text, AsText: var type } ? type : null,
            StatesDatasetType = node[DatasetType] is not null,
            Metrics = metrics.ToImmutable(),
            Samples = sampleCount,
            Repeats = repeatCount,
            Weight = weight,
            MetricOverflow = metricOverflow,
            CountOverflow = countOverflow,
        };
    }

    // Only a list's entries know the client's own names of the two counts; they hold where both names are given, for then the values agree.
    private static (string Name, Node? Value) Count(Node entry, string canonical, string native, bool isNative)
        => isNative && entry[native] is { } value ? (native, value) : (canonical, entry[canonical]);

    private static AccuracyOverflow? ReadMetrics(Node entry, string pointer, ImmutableArray<AccuracyMetric>.Builder metrics)
    {
        AccuracyOverflow? overflow = null;
        switch (entry[Score])
        {
            case { Kind: NodeKind.Map } scores:
                foreach (var member in scores.Members)
                {
                    Take(member.Name ?? "", member.Value, Below($"{pointer}/{Score}", member.Name ?? ""));
                }

                break;
            case { Kind: not NodeKind.Null } score:
                Take(AccuracyMetric.Unnamed, score, $"{pointer}/{Score}");
                break;
            default:
                foreach (var member in entry.Members)
                {
                    if (member.Name is { } name && !Bookkeeping.Contains(name))
                    {
                        Take(name, member.Value, Below(pointer, name));
                    }
                }

                break;
        }

        return overflow;

        void Take(string name, Node node, string at)
        {
            if (AccuracyNumbers.ToDouble(node, out var isOverflow) is { } value)
            {
                metrics.Add(new(name, value, node.Location, at));
                if (isOverflow)
                {
                    overflow ??= new(name, node.ToString(), node.Location, at);
                }
            }
        }
    }

    private static string Shown(AccuracyEntry entry) => Node.Text(entry.Location, entry.Name).ToString();

    private static string Below(string pointer, string name)
        => $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static string Dotted(string field, string name) => field.Length == 0 ? name : $"{field}.{name}";
}

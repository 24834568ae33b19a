using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>The layout of v1.0: <c>&lt;org&gt;/&lt;submission id&gt;/results/&lt;system&gt;/&lt;model&gt;/r&lt;N&gt;/</c> with <c>src/</c> and <c>docs/</c> (submission-cli 7).</summary>
internal sealed class V1_0Assembly(AssemblyRequest request)
{
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _files = new(CodePointComparer.Instance);
    private readonly SortedSet<string> _folders = new(CodePointComparer.Instance);
    private readonly List<string> _warnings = [];
    private readonly SharedFolders _sources = new();
    private readonly SharedFolders _documents = new();

    private string? _sole;

    public AssembledSubmission Assemble()
    {
        var runs = request.Runs.Select(run => V1_0Run.Read(run, request)).ToArray();
        WarnOfDifferences(runs);
        var organisation = runs[0].Description["submitter_org_names"] is { Kind: NodeKind.Text, AsText: { Length: > 0 } name } ? Slug.Of(name) : "org";
        var id = request.SubmissionId ?? AssembledSubmission.PendingId;
        RefuseMaxConcurrencies(runs);
        GatherShared(runs);
        foreach (var system in runs.GroupBy(run => run.System, StringComparer.Ordinal))
        {
            AddPower(system.Key, [.. system]);
        }

        foreach (var group in runs.GroupBy(run => (run.System, run.Model)))
        {
            AddCurve($"results/{group.Key.System}/{group.Key.Model}", [.. group]);
        }

        return Placed(organisation, id);
    }

    private AssembledSubmission Placed(string organisation, string id)
    {
        var prefix = $"{organisation}/{id}/";
        return new AssembledSubmission(
            organisation, id,
            new SortedDictionary<string, ReadOnlyMemory<byte>>(_files.ToDictionary(file => prefix + file.Key, file => file.Value, StringComparer.Ordinal), CodePointComparer.Instance),
            new SortedSet<string>(_folders.Select(folder => prefix + folder), CodePointComparer.Instance),
            _warnings);
    }

    private void WarnOfDifferences(V1_0Run[] runs)
    {
        if (runs.Skip(1).Any(run => !JsonNodes.SameValue(run.Description, runs[0].Description)))
        {
            _warnings.Add("The runs' system descriptions are not all the same; each point keeps its own.");
        }
    }

    private static void RefuseMaxConcurrencies(V1_0Run[] runs)
    {
        foreach (var system in runs.GroupBy(run => run.System, StringComparer.Ordinal))
        {
            var first = system.First();
            if (system.FirstOrDefault(run => run.MaxConcurrency != first.MaxConcurrency) is { } other)
            {
                throw other.Reading.Fail(string.Create(CultureInfo.InvariantCulture, $"its max_supported_concurrency is {other.MaxConcurrency}, but run {first.RunId} of the same system says {first.MaxConcurrency}."));
            }
        }
    }

    private void GatherShared(V1_0Run[] runs)
    {
        foreach (var (path, content) in runs.SelectMany(run => run.Others))
        {
            if (path.StartsWith("src/", StringComparison.Ordinal))
            {
                _sources.Add(path["src/".Length..], content);
            }
            else if (path.StartsWith("documentation/", StringComparison.Ordinal))
            {
                _documents.Add(path["documentation/".Length..], content);
            }
        }

        foreach (var folder in request.SharedSources)
        {
            _sources.AddContents(folder);
        }

        foreach (var folder in request.SharedDocuments)
        {
            _documents.AddContents(folder);
        }

        _sole = SoleImplementation();
        AddShared("src", _sources);
        AddShared("docs", _documents);
    }

    private void AddShared(string folder, SharedFolders shared)
    {
        foreach (var (path, content) in shared.Files)
        {
            _files[$"{folder}/{path}"] = content;
        }

        if (shared.Files.Count == 0)
        {
            _folders.Add(folder);
        }
    }

    private string? SoleImplementation()
    {
        var implementations = _sources.Files.Keys.Where(path => path.Contains('/', StringComparison.Ordinal)).Select(path => path[..path.IndexOf('/', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).ToArray();
        if (implementations.Length == 0)
        {
            throw new SubmissionAssemblyException("There is no implementation: neither a run nor a shared folder brings a folder below src/.");
        }

        foreach (var implementation in implementations)
        {
            if (!_sources.Files.Keys.Any(path => IsReadme(path, implementation)))
            {
                throw new SubmissionAssemblyException($"src/{implementation} holds no README.md; every implementation needs one.");
            }
        }

        return implementations.Length == 1 ? $"src/{implementations[0]}" : null;
    }

    private static bool IsReadme(string path, string implementation)
        => path.Length == implementation.Length + 1 + "README.md".Length
            && path.StartsWith(implementation + "/", StringComparison.Ordinal)
            && path.EndsWith("/README.md", StringComparison.OrdinalIgnoreCase);

    private void AddPower(string system, V1_0Run[] runs)
    {
        var described = runs.Where(run => run.Power is not null).ToArray();
        if (described.Length == 0)
        {
            return;
        }

        var first = described[0];
        if (described.FirstOrDefault(run => !JsonNodes.SameValue(run.Power!, first.Power!)) is { } other)
        {
            throw other.Reading.Fail($"its system_power.json differs from that of run {first.RunId}, which measured the same system.");
        }

        _files[$"results/{system}/system_power.json"] = NodeJson.Indented(first.Power!);
    }

    private void AddCurve(string folder, V1_0Run[] runs)
    {
        var pairs = new SortedDictionary<BigInteger, (V1_0Run? Performance, V1_0Run? Accuracy)>();
        foreach (var run in runs)
        {
            var pair = pairs.GetValueOrDefault(run.Concurrency);
            var isAccuracy = run.IsAccuracy ?? throw run.Reading.Fail("neither config.yaml (datasets[0].type) nor point.yaml (dataset_type) says whether it measures performance or accuracy.");
            if ((isAccuracy ? pair.Accuracy : pair.Performance) is { } present)
            {
                throw run.Reading.Fail(string.Create(CultureInfo.InvariantCulture, $"it is the second {(isAccuracy ? "accuracy" : "performance")} run at concurrency {run.Concurrency}; run {present.RunId} is the first."));
            }

            pairs[run.Concurrency] = isAccuracy ? (pair.Performance, run) : (run, pair.Accuracy);
        }

        var points = pairs.Values.Select(pair => (Primary: pair.Performance ?? pair.Accuracy!, pair.Performance, pair.Accuracy)).ToArray();
        RefuseOverrides([.. points.Select(point => point.Primary)]);
        var highest = (request.ReferenceBehaviour ? runs : points.Select(point => point.Primary)).Max(run => run.Throughput);
        foreach (var (primary, performance, accuracy) in points)
        {
            AddPoint(string.Create(CultureInfo.InvariantCulture, $"{folder}/r{primary.Concurrency}"), primary, performance, accuracy, highest);
        }
    }

    private static void RefuseOverrides(V1_0Run[] primaries)
    {
        var declared = primaries.Where(run => run.Description["c_min_override"] is not null).ToArray();
        if (declared.Length == 0)
        {
            return;
        }

        var value = declared[0].Description["c_min_override"]!.AsInteger;
        if (declared.Length < primaries.Length || declared.Any(run => run.Description["c_min_override"]!.AsInteger != value))
        {
            throw new SubmissionAssemblyException("c_min_override must stand in every run of a curve, and be the same, or in none.");
        }

        if (!primaries.Any(run => run.Concurrency == value && run.Point["offline"] is not { Kind: NodeKind.Text, AsText: "dedicated" }))
        {
            throw new SubmissionAssemblyException(string.Create(CultureInfo.InvariantCulture, $"c_min_override is {value}, but no run was measured at that concurrency."));
        }
    }

    private void AddPoint(string folder, V1_0Run primary, V1_0Run? performance, V1_0Run? accuracy, double? highest)
    {
        _files[$"{folder}/point.yaml"] = WithPointers(primary);
        _files[$"{folder}/result_summary.json"] = NodeJson.Indented(primary.Summary);
        var description = highest is > 0 && primary.Throughput is { } own ? primary.Description.With("tps_utilization", JsonNodes.Of(own / highest.Value)) : primary.Description;
        _files[$"{folder}/system_desc.json"] = NodeJson.Indented(description);
        foreach (var (path, content) in primary.Others)
        {
            if (!path.StartsWith("src/", StringComparison.Ordinal) && !path.StartsWith("documentation/", StringComparison.Ordinal) && !path.StartsWith("accuracy/", StringComparison.Ordinal))
            {
                _files[$"{folder}/{path}"] = path is "results.json" ? primary.Reading.Cut(path, content, isV0_7: false) : content;
            }
        }

        var source = accuracy ?? (primary.Others.Keys.Any(path => path.StartsWith("accuracy/", StringComparison.Ordinal)) ? primary : null);
        if (source is not null)
        {
            AddAccuracy(folder, source, performance is not null && accuracy is not null ? performance : null);
        }
    }

    private void AddAccuracy(string folder, V1_0Run source, V1_0Run? inline)
    {
        foreach (var file in new[] { "accuracy/accuracy_results.json", "accuracy/results.json", "results.json" })
        {
            if (source.Others.TryGetValue(file, out var content) && content.Length > 0)
            {
                var cut = source.Reading.Cut(file, content, isV0_7: false);
                _files[$"{folder}/accuracy_results.json"] = inline is null ? cut : InlineScores.Add(cut, inline);
                return;
            }
        }
    }

    private ReadOnlyMemory<byte> WithPointers(V1_0Run run)
    {
        try
        {
            return SharedPointers.Add(run.PointBytes, run.Point, _sole, IsFolder, warning => _warnings.Add($"Run {run.RunId}: {warning}."));
        }
        catch (FormatException exception)
        {
            throw run.Reading.Fail($"point.yaml: {exception.Message}.");
        }
    }

    private bool IsFolder(string path) => _folders.Contains(path) || _files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal));
}

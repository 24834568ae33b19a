using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>The layout of v0.7, dialect <c>0.1.1.10</c>: <c>systems/</c>, <c>pareto/</c>, <c>src/</c>, <c>documentation/</c> (submission-cli 8.1).</summary>
internal sealed class V0_7Assembly(AssemblyRequest request)
{
    private static readonly string[] OtherFiles =
    [
        "config.yaml", "results.json", "run_metadata.json", "sample_idx_map.json", "serving_config.json", "report.txt", "metrics/final_snapshot.json", "accuracy/results.json",
    ];

    private readonly V0_7Files _out = new();

    public AssembledSubmission Assemble()
    {
        var runs = request.Runs.Select(Read).ToArray();
        if (runs.Skip(1).Any(run => !JsonNodes.SameValue(run.Description, runs[0].Description)))
        {
            _out.Warnings.Add("The runs' system descriptions are not all the same; each point keeps its own.");
        }

        RefuseMaxConcurrencies(runs);
        WarnOfSeveralCurves(runs);
        foreach (var system in runs.GroupBy(run => run.System, StringComparer.Ordinal))
        {
            _out.Files[$"systems/{system.Key}.json"] = NodeJson.Indented(system.First().Description);
        }

        var highest = runs.Max(run => run.SystemTps);
        var points = new Dictionary<string, Run>(StringComparer.Ordinal);
        foreach (var run in runs)
        {
            AddPoint(run, points, highest);
        }

        AddShared(runs);
        return _out.Placed(V0_7Files.Organisation(runs[0].Description));
    }

    private Run Read(RunInput input)
    {
        var reading = new RunReading(input, "config.yaml");
        foreach (var file in new[] { "result_summary.json", "system_desc.json" })
        {
            if (!reading.IsFile(file))
            {
                throw reading.Fail($"it holds no {file}.");
            }
        }

        var config = reading.Mapping("config.yaml", DocumentLanguage.Yaml, mayBeEmpty: true);
        var raw = reading.Mapping("system_desc.json", DocumentLanguage.Json)
            .With("division", JsonNodes.Of(request.Division)).With("system_availability_status", JsonNodes.Of(request.Availability));
        var problems = new List<FieldProblem>();
        var description = TypedDescription.From(raw, DescriptionSchema.V0_7, problems);
        if (problems.Count > 0)
        {
            throw reading.Fail($"system_desc.json: {FieldFaults.Text(problems)}");
        }

        var run = new Run(
            reading, config, reading.Document("result_summary.json", DocumentLanguage.Json), description,
            Slug.System(description["system_name"]?.AsText ?? ""), V0_7Files.Model(config), V0_7Files.Concurrency(reading, config));
        foreach (var file in OtherFiles.Concat(reading.Named("mlperf-system-info-", ".json")))
        {
            if (reading.IsFile(file) && reading.Bytes(file) is { } bytes)
            {
                run.Others[file] = bytes;
            }
        }

        foreach (var (path, content) in reading.Below("documentation").Concat(reading.Below("src")))
        {
            run.Others[path] = content;
        }

        return run;
    }

    private static void RefuseMaxConcurrencies(Run[] runs)
    {
        foreach (var system in runs.GroupBy(run => run.System, StringComparer.Ordinal))
        {
            if (system.FirstOrDefault(run => run.MaxConcurrency != system.First().MaxConcurrency) is { } other)
            {
                throw other.Reading.Fail(string.Create(CultureInfo.InvariantCulture, $"its max_supported_concurrency is {other.MaxConcurrency}, but run {system.First().Reading.RunId} of the same system says {system.First().MaxConcurrency}."));
            }
        }
    }

    private void WarnOfSeveralCurves(Run[] runs)
    {
        if (!request.ReferenceBehaviour && runs.Select(run => (run.System, run.Model)).Distinct().Count() > 1)
        {
            _out.Warnings.Add("tps_utilization is relative to the fastest run of the whole submission, which has several systems or models.");
        }
    }

    private void AddPoint(Run run, Dictionary<string, Run> points, double? highest)
    {
        var curve = $"pareto/{run.System}/{run.Model}";
        var name = string.Create(CultureInfo.InvariantCulture, $"point_{run.Concurrency}");
        var folder = $"{curve}/results/{name}";
        if (!points.TryAdd(folder, run) && !request.ReferenceBehaviour)
        {
            throw run.Reading.Fail(string.Create(CultureInfo.InvariantCulture, $"it is the second run at concurrency {run.Concurrency}; run {points[folder].Reading.RunId} is the first."));
        }

        _out.AddPoint($"{curve}/points/{name}.yaml", run.Reading, run.Config, run.Concurrency, run.MaxConcurrency, streams: false, movesWarmup: !request.ReferenceBehaviour);
        _out.Files[$"{folder}/results_summary.json"] = NodeJson.Indented(run.Summary);
        _out.Files[$"{folder}/system_desc.json"] = NodeJson.Indented(run.Description);
        foreach (var (path, content) in run.Others)
        {
            if (request.ReferenceBehaviour || !IsShared(path))
            {
                _out.Files[$"{folder}/{path}"] = path switch
                {
                    "results.json" => run.Reading.Cut(path, content, isV0_7: true),
                    "run_metadata.json" => WithUtilization(run, content, highest),
                    _ => content,
                };
            }
        }

        AddAccuracy(run, folder);
    }

    private static bool IsShared(string path) => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("documentation/", StringComparison.Ordinal);

    private static ReadOnlyMemory<byte> WithUtilization(Run run, ReadOnlyMemory<byte> content, double? highest)
        => highest is > 0 and var top && run.SystemTps is { } own && run.Metadata is { } metadata
            ? NodeJson.Indented(metadata.With("tps_utilization", JsonNodes.Of(own / top)))
            : content;

    private void AddAccuracy(Run run, string folder)
    {
        if (!run.Others.ContainsKey("accuracy/results.json")
            && run.Others.ContainsKey("results.json")
            && run.Reading.ObjectOrNothing("results.json")?["accuracy_scores"] is { } scores && !scores.IsFalsy())
        {
            _out.Files[$"{folder}/accuracy/results.json"] = NodeJson.Indented(scores);
        }
    }

    private void AddShared(Run[] runs)
    {
        var isStandardized = runs[0].Description["division"] is { Kind: NodeKind.Text, AsText: "Standardized" };
        foreach (var (path, content) in runs.SelectMany(run => run.Others))
        {
            if (path.StartsWith("documentation/", StringComparison.Ordinal) || (isStandardized && path.StartsWith("src/", StringComparison.Ordinal)))
            {
                _out.Files[path] = content;
            }
        }

        _out.Folders.Add("documentation");
        if (isStandardized)
        {
            _out.Folders.UnionWith(runs.Select(run => $"src/{run.Model}"));
        }
    }

    private sealed class Run(RunReading reading, Node config, Node summary, Node description, string system, string model, BigInteger concurrency)
    {
        public RunReading Reading => reading;

        public Node Config => config;

        public Node Summary => summary;

        public Node Description => description;

        public string System => system;

        public string Model => model;

        public BigInteger Concurrency => concurrency;

        public BigInteger MaxConcurrency => description["max_supported_concurrency"]!.AsInteger;

        public SortedDictionary<string, ReadOnlyMemory<byte>> Others { get; } = new(CodePointComparer.Instance);

        public Node? Metadata => reading.ObjectOrNothing("run_metadata.json");

        public double? SystemTps => Metadata?["system_tps"] is { } tps ? PythonText.ToNumber(tps) : null;
    }
}

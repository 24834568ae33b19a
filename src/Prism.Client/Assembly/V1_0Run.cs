using System.Numerics;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Json;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>One run as v1.0 reads it (submission-cli 7.1, 7.2).</summary>
internal sealed class V1_0Run
{
    private static readonly string[] OtherFiles =
    [
        "config.yaml", "results.json", "sample_idx_map.json", "serving_config.json", "report.txt", "metrics/final_snapshot.json",
        "accuracy/accuracy_results.json", "accuracy/results.json",
    ];

    private V1_0Run(RunReading reading, Node point, Node config, Node summary, Node description)
    {
        Reading = reading;
        Point = point;
        Config = config;
        Summary = summary;
        Description = description;
    }

    public RunReading Reading { get; }

    public string RunId => Reading.RunId;

    public Node Point { get; }

    public Node Config { get; }

    public Node Summary { get; }

    /// <summary>The typed description.</summary>
    public Node Description { get; }

    public Node? Power { get; private init; }

    public required ReadOnlyMemory<byte> PointBytes { get; init; }

    public required string System { get; init; }

    public required string Model { get; init; }

    public required BigInteger Concurrency { get; init; }

    public BigInteger MaxConcurrency => Description["max_supported_concurrency"]!.AsInteger;

    /// <summary>Everything else that travels, by path relative to the run.</summary>
    public SortedDictionary<string, ReadOnlyMemory<byte>> Others { get; } = new(CodePointComparer.Instance);

    /// <summary>Whether the run measures accuracy; null where neither file says.</summary>
    public bool? IsAccuracy => KindOf(Config.Find("datasets") is { Kind: NodeKind.List, Items: [var first, ..] } ? first.Find("type") : null) ?? KindOf(Point["dataset_type"]);

    /// <summary>Tokens per second; null where the duration is not above zero or a figure is no number.</summary>
    public double? Throughput
    {
        get
        {
            var tokens = Figure(Summary.Find("output_sequence_lengths", "total"));
            var duration = Figure(Summary["duration_ns"]);
            return tokens is { } total && duration is > 0 and var nanoseconds ? total / (nanoseconds / 1e9) : null;
        }
    }

    public static V1_0Run Read(RunInput input, AssemblyRequest request)
    {
        var reading = new RunReading(input, "point.yaml");
        var summaryFile = reading.IsFile("performance/result_summary.json") ? "performance/result_summary.json" : "result_summary.json";
        if (!reading.IsFile(summaryFile))
        {
            throw reading.Fail("it holds no performance/result_summary.json.");
        }

        var point = reading.Mapping("point.yaml", DocumentLanguage.Yaml, mayBeEmpty: true);
        var summary = reading.Mapping(summaryFile, DocumentLanguage.Json);
        if (!reading.IsFile("config.yaml"))
        {
            throw reading.Fail("it holds no config.yaml.");
        }

        var config = reading.Mapping("config.yaml", DocumentLanguage.Yaml, mayBeEmpty: true);
        var description = Describe(reading, request);
        var system = description["system_name"]?.AsText ?? "";
        var run = new V1_0Run(reading, point, config, summary, description)
        {
            PointBytes = reading.Bytes("point.yaml") ?? default,
            Power = reading.ObjectOrNothing("system_power.json"),
            System = Slug.System(system),
            Model = ModelName(point, config),
            Concurrency = reading.Concurrency(ConcurrencyNode(point, config)),
        };
        foreach (var file in OtherFiles.Concat(reading.Named("mlperf-system-info-", ".json")))
        {
            if (reading.IsFile(file) && reading.Bytes(file) is { } bytes)
            {
                run.Others[file] = bytes;
            }
        }

        foreach (var folder in new[] { "documentation", "src", "server_configs" })
        {
            foreach (var (path, content) in reading.Below(folder))
            {
                run.Others[path] = content;
            }
        }

        return run;
    }

    private static Node Describe(RunReading reading, AssemblyRequest request)
    {
        const string file = "system_desc.json";
        if (!reading.IsFile(file))
        {
            throw reading.Fail($"it holds no {file}.");
        }

        var raw = reading.Mapping(file, DocumentLanguage.Json)
            .With("division", JsonNodes.Of(request.Division))
            .Without("publication_status", "availability_status")
            .With("system_availability_status", JsonNodes.Of(request.Availability));
        if (!string.IsNullOrEmpty(request.TargetAvailabilityDate))
        {
            raw = raw.With("target_availability_date", JsonNodes.Of(request.TargetAvailabilityDate));
        }

        var faults = SystemDescriptionReader.Read(new Document(SubmissionPath.Root / file, DocumentLanguage.Json, raw, null)).Problems;
        var problems = new List<FieldProblem>();
        var typed = TypedDescription.From(raw, DescriptionSchema.V1_0, problems);
        var all = faults.Count > 0 ? faults : problems;
        return all.Count == 0 ? typed : throw reading.Fail($"{file}: {FieldFaults.Text(all)}");
    }

    private static string ModelName(Node point, Node config)
    {
        var name = point["model_name"].IsFalsy() ? config.Find("model_params", "name") : point["model_name"];
        return name.IsFalsy() ? "unknown_model" : Slug.Model(name!.PlainText());
    }

    private static Node? ConcurrencyNode(Node point, Node config)
        => NotNull(point["concurrency"]) ?? NotNull(config.Find("settings", "load_pattern", "target_concurrency")) ?? NotNull(config["target_concurrency"]);

    private static Node? NotNull(Node? node) => node is { IsNull: false } ? node : null;

    private static bool? KindOf(Node? node) => node is { Kind: NodeKind.Text, AsText: { } text } ? PythonText.Trim(text).ToLowerInvariant() switch
    {
        "accuracy" => true,
        "performance" => false,
        _ => null,
    } : null;

    private static double? Figure(Node? node) => node is null or { Kind: NodeKind.Null } ? 0 : PythonText.ToNumber(node);
}

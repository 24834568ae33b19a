using System.Globalization;
using System.Numerics;
using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>The layout of v0.7, dialect <c>readme</c> (submission-cli 8.2); accuracy is taken from the runs and never invented.</summary>
internal sealed class V0_7ReadmeAssembly(AssemblyRequest request)
{
    private const int LeastMaximum = 33;

    private readonly V0_7Files _out = new();

    public AssembledSubmission Assemble()
    {
        var runs = request.Runs.Select(Read).ToArray();
        foreach (var system in runs.GroupBy(run => run.System, StringComparer.Ordinal))
        {
            var maximum = BigInteger.Max(LeastMaximum, system.Max(run => run.Concurrency));
            _out.Files[$"systems/{system.Key}.json"] = NodeJson.Indented(Description(system.First(), maximum));
            foreach (var run in system)
            {
                AddPoint(run, maximum);
            }
        }

        foreach (var curve in runs.GroupBy(run => $"pareto/{run.System}/{run.Model}", StringComparer.Ordinal))
        {
            ReadmeAccuracy.Add(_out.Files, $"{curve.Key}/accuracy", curve.Select(run => run.Reading));
        }

        if (string.Equals(Division(request.Division), "Standardized", StringComparison.Ordinal))
        {
            _out.Folders.Add("src");
        }

        return _out.Placed(V0_7Files.Organisation(runs[0].Info));
    }

    private static Run Read(RunInput input)
    {
        var reading = new RunReading(input, "system_info.json");
        foreach (var file in new[] { "config.yaml", "result_summary.json" })
        {
            if (!reading.IsFile(file))
            {
                throw reading.Fail($"it holds no {file}.");
            }
        }

        var info = reading.Mapping("system_info.json", DocumentLanguage.Json);
        var config = reading.Mapping("config.yaml", DocumentLanguage.Yaml, mayBeEmpty: true);
        var name = info["system_name"];
        return new Run(
            reading, info, config, reading.Document("result_summary.json", DocumentLanguage.Json),
            Slug.System(name.IsFalsy() ? "unknown_system" : name!.PlainText()), V0_7Files.Model(config), V0_7Files.Concurrency(reading, config));
    }

    private void AddPoint(Run run, BigInteger maximum)
    {
        var curve = $"pareto/{run.System}/{run.Model}";
        var name = string.Create(CultureInfo.InvariantCulture, $"point_{run.Concurrency}");
        if (!request.ReferenceBehaviour && _out.Files.ContainsKey($"{curve}/points/{name}.yaml"))
        {
            throw run.Reading.Fail(string.Create(CultureInfo.InvariantCulture, $"it is the second run at concurrency {run.Concurrency}."));
        }

        _out.AddPoint($"{curve}/points/{name}.yaml", run.Reading, run.Config, run.Concurrency, maximum, streams: true, movesWarmup: false);
        var folder = $"{curve}/results/{name}";
        _out.Files[$"{folder}/mlperf_endpoints_log_summary.json"] = NodeJson.Indented(run.Summary);
        _out.Files[$"{folder}/mlperf_endpoints_log_detail.json"] = Events(run.Reading);
        _out.Files[$"{folder}/system_desc.json"] = NodeJson.Indented(run.Info);
    }

    /// <summary>The event log as a JSON list, where the run brings one.</summary>
    private static ReadOnlyMemory<byte> Events(RunReading reading)
    {
        if (!reading.IsFile("events.jsonl") || reading.Bytes("events.jsonl") is not { } lines)
        {
            return "{}"u8.ToArray();
        }

        var list = new StringBuilder("[");
        foreach (var line in Encoding.UTF8.GetString(lines.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            list.Append(list.Length > 1 ? ",\n" : "\n").Append(line);
        }

        return Encoding.UTF8.GetBytes(list.Append("\n]").ToString());
    }

    private Node Description(Run run, BigInteger maximum)
    {
        var info = run.Info;
        Node Text(string name, string absent = "") => info[name] is { IsNull: false } value ? JsonNodes.Of(value.PlainText()) : JsonNodes.Of(absent);
        Node Whole(string name, int absent) => JsonNodes.Of(info[name] is { } value && !value.IsFalsy() ? Integer(run, name, value) : absent);
        Node? Count(string name) => info[name] is { } value && !value.IsFalsy() ? JsonNodes.Of(Integer(run, name, value)) : null;
        var cores = Count("host_processor_core_count");
        var virtualCores = Count("host_processor_vcpu_count");
        var endpoint = run.Config.Find("endpoint_config", "endpoints") is { Kind: NodeKind.List, Items: [{ Kind: NodeKind.Text } first, ..] } ? first : JsonNodes.Of("http://localhost:8080");
        return JsonNodes.Map(
            ("division", JsonNodes.Of(Division(request.Division))),
            ("publication_status", JsonNodes.Of(Status(info["system_availability_status"]))),
            ("benchmark_model", JsonNodes.Of(run.Model)),
            ("max_supported_concurrency", JsonNodes.Of(maximum)),
            ("endpoint_url", endpoint),
            ("serving_framework", Text("framework")),
            ("submitter", Text("submitter_org_names")),
            ("system_name", Text("system_name")),
            ("system_type", Text("system_category", "datacenter")),
            ("system_type_detail", Text("system_type_detail")),
            ("number_of_nodes", Whole("number_of_nodes", 1)),
            ("host_processors_per_node", Whole("host_processors_per_node", 1)),
            ("host_processor_model_name", Text("host_processor_model_name")),
            ("host_processor_core_count", cores ?? (virtualCores is null ? JsonNodes.Of(BigInteger.One) : JsonNodes.Null)),
            ("host_processor_vcpu_count", virtualCores ?? JsonNodes.Null),
            ("host_memory_capacity", Text("host_memory_capacity", "0 GB")),
            ("host_storage_type", Text("host_storage_type")),
            ("host_storage_capacity", Text("host_storage_capacity")),
            ("host_networking", Text("host_networking")),
            ("host_networking_topology", Text("host_networking_topology")),
            ("accelerators_per_node", Whole("accelerators_per_node", 0)),
            ("accelerator_model_name", Text("accelerator_model_name")),
            ("accelerator_memory_capacity", Text("accelerator_memory_capacity")),
            ("operating_system", Text("operating_system")),
            ("accelerator_host_interconnect", Text("accelerator_host_interconnect")),
            ("accelerator_interconnect", Text("accelerator_interconnect")),
            ("accelerator_memory_type", Text("accelerator_memory_type")),
            ("other_software_stack", Text("other_software_stack")),
            ("cooling", Text("cooling")));
    }

    private static BigInteger Integer(Run run, string name, Node value)
        => PythonText.ToInteger(value) ?? throw run.Reading.Fail($"system_info.json: {name} is {value}; expected a whole number.", isUnreadable: true);

    private static string Division(string division) => PythonText.Trim(division).ToLowerInvariant() switch
    {
        "standardized" => "Standardized",
        "serviced" => "Serviced",
        "rdi" => "RDI",
        _ => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(division.ToLowerInvariant()),
    };

    private static string Status(Node? status) => (status is { Kind: NodeKind.Text } ? PythonText.Trim(status.AsText ?? "").ToLowerInvariant() : "") switch
    {
        "preview" => "Preview",
        "rdi" => "RDI",
        _ => "Available",
    };

    private sealed record Run(RunReading Reading, Node Info, Node Config, Node Summary, string System, string Model, BigInteger Concurrency);
}

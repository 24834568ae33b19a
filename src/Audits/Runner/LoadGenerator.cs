using System.Net;
using System.Numerics;
using System.Reflection;
using System.Text;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Audits.Runner.Adapters;
using MlPerf.Endpoints.Audits.Runner.Datasets;
using MlPerf.Endpoints.Audits.Runner.Http;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>Loads an endpoint and writes what the benchmark tool writes (audits, section 11). For self-checks, continuous integration and auditors; measurement points need the unmodified reference client.</summary>
public sealed class LoadGenerator : IBenchmarkRunner
{
    // What a run writes whole or not at all: a run that was killed may have left some of it unfinished.
    private static readonly string[] Files =
    [
        "config.yaml", "sample_idx_map.json", AnswerFacts.FileName, "outputs.jsonl", "report.txt", "metrics/final_snapshot.json", "performance/result_summary.json",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IEndpointAdapter> _adapters;
    private readonly DatasetLoader _datasets;
    private readonly ITokenCounter? _tokens;
    private readonly Func<DnsEndPoint, CancellationToken, ValueTask<Stream>>? _connect;

    /// <summary>Makes a load generator.</summary>
    /// <param name="adapters">Adapters of further kinds of API.</param>
    /// <param name="readers">Readers of further dataset formats.</param>
    /// <param name="tokens">The reference tokenizer; without one token metrics stay empty.</param>
    public LoadGenerator(IEnumerable<IEndpointAdapter>? adapters = null, IEnumerable<IDatasetReader>? readers = null, ITokenCounter? tokens = null)
        : this(adapters, readers, tokens, connect: null)
    {
    }

    internal LoadGenerator(
        IEnumerable<IEndpointAdapter>? adapters, IEnumerable<IDatasetReader>? readers, ITokenCounter? tokens, Func<DnsEndPoint, CancellationToken, ValueTask<Stream>>? connect)
    {
        _adapters = new IEndpointAdapter[] { new ChatAdapter(), new CompletionsAdapter(), new VideoAdapter(Environment.GetEnvironmentVariable(VideoAdapter.FallbackVariable)) }
            .Concat(adapters ?? []).ToDictionary(adapter => adapter.Id, StringComparer.Ordinal);
        _datasets = new DatasetLoader(readers ?? []);
        _tokens = tokens;
        _connect = connect;
    }

    /// <inheritdoc/>
    public string Name => "MlPerf.Endpoints.Audits";

    /// <inheritdoc/>
    public string Version { get; } = typeof(LoadGenerator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <inheritdoc/>
    public DatasetFacts LoadDataset(BenchmarkConfiguration configuration)
    {
        var table = LoadTable(configuration, Adapter(configuration));
        return new DatasetFacts(table.Rows.Count, table.Sha256);
    }

    /// <inheritdoc/>
    public async Task<string?> DescribeEndpointAsync(BenchmarkConfiguration configuration, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        using var transport = new EndpointTransport(configuration, Adapter(configuration), _connect);
        return await transport.TryGetAsync("/v1/models", Patience, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IPreparedRun> PrepareAsync(RunRequest request, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        var configuration = request.Configuration;
        var adapter = Adapter(configuration);
        Directory.CreateDirectory(request.Folder);
        foreach (var file in Files)
        {
            AtomicFile.RemoveUnfinished(Path.Join(request.Folder, file));
        }

        AtomicFile.Write(Path.Join(request.Folder, "config.yaml"), Encoding.UTF8.GetBytes(ConfigWriter.ToYaml(request.WrittenTree ?? configuration.Tree)));
        var table = LoadTable(configuration, adapter);
        if (table.Rows.Count == 0)
        {
            throw new AuditException(AuditErrorKind.Setup, "dataset_empty", "The dataset has no rows; at least one is expected.");
        }

        var pattern = configuration.Settings.LoadPattern;
        if (pattern.Type is not (LoadPatternConfiguration.MaxThroughput or LoadPatternConfiguration.Concurrency))
        {
            throw new AuditException(AuditErrorKind.Setup, AuditProblem.LoadPattern, $"This runner does not issue by the load pattern '{pattern.Type}'; use max_throughput or concurrency.");
        }

        var transport = new EndpointTransport(configuration, adapter, _connect);
        try
        {
            if (await transport.FindUnreachableAsync(Patience, stop).ConfigureAwait(false) is { } unreachable)
            {
                throw new AuditException(AuditErrorKind.Setup, "endpoint_unreachable", $"Nothing listens at {unreachable}; start the endpoint, or correct endpoint_config.endpoints.");
            }

            return new GeneratedRun(this, request, adapter, table, transport, _tokens);
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    /// <summary>The number of requests where none is given: from the least duration, in whole passes over the dataset.</summary>
    internal static long DerivedCount(BenchmarkSettings settings, int rows)
    {
        if (settings.MinDurationMs.IsZero)
        {
            return rows;
        }

        var wanted = Math.Ceiling(1.1 * (settings.LoadPattern.TargetQps ?? 10) * ((double)settings.MinDurationMs / 1000));
        return (long)Math.Min(1e15, Math.Ceiling(Math.Max(1, wanted) / rows) * rows);
    }

    private IEndpointAdapter Adapter(BenchmarkConfiguration configuration)
        => _adapters.TryGetValue(configuration.Endpoint.ApiType, out var adapter)
            ? adapter
            : throw new AuditException(
                AuditErrorKind.Setup, "unknown_api_type", $"There is no adapter for api_type '{configuration.Endpoint.ApiType}'; there are {string.Join(", ", _adapters.Keys.Order(StringComparer.Ordinal))}, others come in packs.");

    private DatasetTable LoadTable(BenchmarkConfiguration configuration, IEndpointAdapter adapter)
        => _datasets.Load(
            configuration.PerformanceDatasets.FirstOrDefault() ?? throw new AuditException(AuditErrorKind.Setup, AuditProblem.NoPerformanceDataset, "The configuration names no dataset of type performance."),
            adapter);
}

using System.Collections.Concurrent;
using System.Numerics;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Audits.Runner.Adapters;
using MlPerf.Endpoints.Audits.Runner.Datasets;
using MlPerf.Endpoints.Audits.Runner.Http;
using MlPerf.Endpoints.Audits.Runner.Metrics;
using MlPerf.Endpoints.Audits.Runner.Orders;
using MlPerf.Endpoints.Audits.Runner.Recording;
using MlPerf.Endpoints.Audits.Verdicts;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>One run of the load generator.</summary>
internal sealed class GeneratedRun : IPreparedRun
{
    private readonly LoadGenerator _owner;
    private readonly RunRequest _request;
    private readonly BenchmarkSettings _settings;
    private readonly EndpointTransport _transport;
    private readonly RunRecorder _recorder;
    private readonly LoadLoop _loop;
    private readonly ConcurrentBag<SampleOutput>? _outputs;

    public GeneratedRun(LoadGenerator owner, RunRequest request, IEndpointAdapter adapter, DatasetTable table, EndpointTransport transport, ITokenCounter? tokens)
    {
        (_owner, _request, _transport) = (owner, request, transport);
        var benchmark = request.Configuration;
        _settings = benchmark.Settings;
        var isStreaming = benchmark.Model.Streaming && adapter.CanStream;
        Dataset = new DatasetFacts(table.Rows.Count, table.Sha256);
        var samples = Prepare(table, adapter, benchmark.Model, isStreaming);
        var plan = Plan(table, adapter, benchmark.Model, isStreaming, samples);
        _outputs = request.CapturesOutputs ? [] : null;
        _recorder = new RunRecorder(request.Folder, new MetricsCollector(isStreaming, _settings.EarlyStopping, _settings.StreamAllChunks));
        _loop = new LoadLoop(
            new RunContext(transport, adapter, _recorder, samples)
            {
                IsStreaming = isStreaming,
                StreamsAllChunks = isStreaming && _settings.StreamAllChunks,
                Tokens = tokens,
                MaxTokens = benchmark.Model.MaxNewTokens <= int.MaxValue ? (int)benchmark.Model.MaxNewTokens : null,
                Outputs = _outputs,
            },
            plan);
    }

    public DatasetFacts Dataset { get; }

    public IReadOnlyList<SampleOutput> Outputs => _outputs is null ? [] : [.. _outputs];

    public Task ExecuteAsync(IProgress<RunProgress>? progress, CancellationToken stop) => _loop.RunAsync(progress, stop);

    public async Task<RunReport?> FinishAsync()
    {
        var snapshot = await _recorder.CompleteAsync(_loop.IsInterrupted ? RunReport.Interrupted : RunReport.Complete).ConfigureAwait(false);
        Directory.CreateDirectory(Path.Join(_request.Folder, "metrics"));
        Directory.CreateDirectory(Path.Join(_request.Folder, "performance"));
        AtomicFile.Write(Path.Join(_request.Folder, "metrics", "final_snapshot.json"), snapshot.ToJson().Span);
        var summary = snapshot.ToSummary($"{_owner.Name}/{_owner.Version}", gitSha: null, json => RunConfigJson.Write(json, _settings));
        AtomicFile.Write(Path.Join(_request.Folder, "performance", "result_summary.json"), summary.Span);
        if (_outputs is not null)
        {
            AnswerFacts.Write(_request.Folder, _outputs);
        }

        AtomicFile.Write(Path.Join(_request.Folder, "report.txt"), Encoding.UTF8.GetBytes(ReportText.Of(snapshot, $"{_owner.Name}/{_owner.Version}")));
        return SummaryReader.Read(summary, out var fault)
            ?? throw new AuditException(AuditErrorKind.Execution, "no_report", $"The run's summary cannot be read back: {fault}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _recorder.DisposeAsync().ConfigureAwait(false);
        _transport.Dispose();
    }

    private static PreparedSample[] Prepare(DatasetTable table, IEndpointAdapter adapter, ModelParameters model, bool isStreaming)
    {
        var samples = new PreparedSample[table.Rows.Count];
        try
        {
            for (var row = 0; row < samples.Length; row++)
            {
                samples[row] = new PreparedSample(adapter.MakeBody(table.Rows[row], model, isStreaming), PromptData(table.Rows[row]));
            }
        }
        catch (FormatException failure)
        {
            throw new AuditException(AuditErrorKind.Setup, "dataset_unreadable", $"The dataset cannot be made into requests: {failure.Message}.", failure);
        }

        return samples;
    }

    private static byte[] PromptData(DatasetRow row)
        => JsonText.Make(json => json.WriteValue((object?[])["PromptData", row["messages"] is null ? row.Text("prompt") : null, null, row["messages"], row["tools"], null, row.Text("chat_template"), row["tool_choice"]])).ToArray();

    private LoadPlan Plan(DatasetTable table, IEndpointAdapter adapter, ModelParameters model, bool isStreaming, PreparedSample[] samples)
    {
        var fixedIndex = _request.FixedIndex is { } index && index < samples.Length && index >= 0 ? (int)index : 0;
        var count = _request.SampleCount is { } given ? (long)BigInteger.Min(given, long.MaxValue) : LoadGenerator.DerivedCount(_settings, samples.Length);
        var drain = _settings.DrainTimeoutS is { } seconds && !_request.DrainsWithoutLimit ? TimeSpan.FromSeconds(Math.Min(seconds, 1e8)) : (TimeSpan?)null;
        return new LoadPlan(count, _request.Order, fixedIndex, _settings.DataloaderSeed)
        {
            Concurrency = _settings.LoadPattern is { Type: LoadPatternConfiguration.Concurrency, TargetConcurrency: { } slots } ? (int)BigInteger.Min(slots, 1_000_000) : null,
            MaxDuration = _settings.MaxDurationMs.Sign > 0 ? TimeSpan.FromMilliseconds((double)BigInteger.Min(_settings.MaxDurationMs, int.MaxValue)) : null,
            DrainTimeout = drain,
            StallTimeout = _request.StallTimeout,
            Priming = _request.PrimesFixedSample ? samples[fixedIndex].Body : (ReadOnlyMemory<byte>?)null,
            WarmupCount = !_settings.Warmup.Enabled ? 0 : _settings.Warmup.Requests is { } requests ? (long)BigInteger.Min(requests, long.MaxValue) : samples.Length,
            WarmupOrderSeed = _settings.Warmup.Seed + 1,
            DrainsWarmup = _settings.Warmup.Drain,
            WarmupBody = WarmupBody(table, adapter, model, isStreaming, samples),
        };
    }

    private Func<int, ReadOnlyMemory<byte>> WarmupBody(DatasetTable table, IEndpointAdapter adapter, ModelParameters model, bool isStreaming, PreparedSample[] samples)
    {
        if (_settings.Warmup is not { Enabled: true, Salt: true })
        {
            return row => samples[row].Body;
        }

        if (table.Rows.FirstOrDefault(row => row["prompt"] is not { ValueKind: JsonValueKind.String } || row["messages"] is not null) is { } unsaltable)
        {
            throw new AuditException(AuditErrorKind.Input, "warmup_unsaltable", $"The warm-up is to be salted, but row {unsaltable.Index} has no prompt of plain text.");
        }

        var salt = new WarmupSalt(_settings.Warmup.Seed);
        return row => adapter.MakeBody(table.Rows[row].WithPrompt($"[{salt.Next()}] {table.Rows[row].Text("prompt")}"), model, isStreaming);
    }
}

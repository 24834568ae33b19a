using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Audits.Orchestration;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

/// <summary>Plays the main run and the phases that a vector scripts, and records what was asked for.</summary>
internal sealed class ScriptedRunner(JsonElement vector) : IBenchmarkRunner
{
    private int _next;

    public string Name => "scripted";

    public string Version => "0";

    public List<string> Stages { get; } = [];

    public List<RunRequest> Requests { get; } = [];

    public DatasetFacts LoadDataset(BenchmarkConfiguration configuration)
        => vector.GetProperty("phases").EnumerateArray().Any(phase => phase.TryGetProperty("no_dataset", out _))
            ? throw new AuditException(AuditErrorKind.Setup, "no_dataset", "There is no dataset.")
            : Facts;

    public Task<IPreparedRun> PrepareAsync(RunRequest request, CancellationToken stop)
    {
        if (request.Label == RunRequest.MainLabel)
        {
            Stages.Add("main");
            Raise(vector.GetProperty("main_run").GetString());
            return Task.FromResult<IPreparedRun>(new Run(this, default, null));
        }

        Requests.Add(request);
        Stages.Add($"setup:{request.Label}");
        var phase = vector.GetProperty("phases")[_next++];
        Raise(phase, "setup");
        return Task.FromResult<IPreparedRun>(new Run(this, phase, request.Label));
    }

    public Task<string?> DescribeEndpointAsync(BenchmarkConfiguration configuration, CancellationToken stop) => Task.FromResult<string?>(null);

    private DatasetFacts Facts => new(vector.GetProperty("dataset_size").GetInt64(), "0");

    private static void Raise(JsonElement phase, string step) => Raise(phase.TryGetProperty(step, out var kind) ? kind.GetString() : null);

    private static void Raise(string? kind)
    {
        switch (kind)
        {
            case null or "ok": return;
            case "input": throw new AuditException(AuditErrorKind.Input, kind, kind);
            case "setup": throw new AuditException(AuditErrorKind.Setup, kind, kind);
            case "execution": throw new AuditException(AuditErrorKind.Execution, kind, kind);
            case "undecided": throw new AuditException(AuditErrorKind.Undecided, kind, kind);
            case "cli": throw new AuditException(AuditErrorKind.Failed, kind, kind);
            case "interrupt": throw new OperationCanceledException();
            default: throw new InvalidOperationException(kind);
        }
    }

    private sealed class Run(ScriptedRunner owner, JsonElement phase, string? label) : IPreparedRun
    {
        public DatasetFacts Dataset => owner.Facts;

        public IReadOnlyList<SampleOutput> Outputs => [];

        public Task ExecuteAsync(IProgress<RunProgress>? progress, CancellationToken stop)
        {
            if (label is not null)
            {
                owner.Stages.Add($"load:{label}");
                Raise(phase, "run");
            }

            return Task.CompletedTask;
        }

        public Task<RunReport?> FinishAsync()
        {
            if (label is null)
            {
                return Task.FromResult<RunReport?>(null);
            }

            owner.Stages.Add($"finalize:{label}");
            Raise(phase, "finalize");
            return Task.FromResult(phase.TryGetProperty("snapshot", out var snapshot) && snapshot.ValueKind is JsonValueKind.Object
                ? SnapshotReader.Read(Encoding.UTF8.GetBytes(snapshot.GetRawText()), out _)
                : null);
        }

        public ValueTask DisposeAsync() => default;
    }
}

using MlPerf.Endpoints.Audits.Configuration;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>The seam between the orchestrator and what loads an endpoint: the runner of this library, another client, a script in a test.</summary>
public interface IBenchmarkRunner
{
    /// <summary>Who runs, as verdicts name it.</summary>
    string Name { get; }

    /// <summary>The version of who runs.</summary>
    string Version { get; }

    /// <summary>Looks at the performance dataset. Sends nothing.</summary>
    /// <exception cref="AuditException">It cannot be read.</exception>
    DatasetFacts LoadDataset(BenchmarkConfiguration configuration);

    /// <summary>Sets a run up: writes its configuration, loads its dataset, reaches its endpoint. Issues no request yet.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="stop">The stop request.</param>
    /// <exception cref="AuditException">It cannot be set up.</exception>
    Task<IPreparedRun> PrepareAsync(RunRequest request, CancellationToken stop);

    /// <summary>What the endpoint says of itself, for comparison before and after; null where it says nothing.</summary>
    Task<string?> DescribeEndpointAsync(BenchmarkConfiguration configuration, CancellationToken stop);
}

using MlPerf.Endpoints.Audits.Evidence;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>One run that is set up.</summary>
public interface IPreparedRun : IAsyncDisposable
{
    /// <summary>The dataset as this run loaded it.</summary>
    DatasetFacts Dataset { get; }

    /// <summary>Issues requests and waits for their answers. A stop request ends it early without an exception; the report then says interrupted.</summary>
    /// <param name="progress">Takes news a few times a second; may be null.</param>
    /// <param name="stop">The stop request.</param>
    Task ExecuteAsync(IProgress<RunProgress>? progress, CancellationToken stop);

    /// <summary>Writes the run's files and gives its report; null where there is none.</summary>
    Task<RunReport?> FinishAsync();

    /// <summary>The answers, where the request asked to keep them.</summary>
    IReadOnlyList<SampleOutput> Outputs { get; }
}

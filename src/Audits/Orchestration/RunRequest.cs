using System.Numerics;
using MlPerf.Endpoints.Audits.Configuration;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>One run to make: the main run, or a phase of an audit.</summary>
/// <param name="Label">The phase's label; <c>main</c> for the main run.</param>
/// <param name="Configuration">The run's own configuration; never with an audit block.</param>
/// <param name="Folder">Where its files go.</param>
public sealed record RunRequest(string Label, BenchmarkConfiguration Configuration, string Folder)
{
    /// <summary>The label of the main run.</summary>
    public const string MainLabel = "main";

    /// <summary>The number of requests; null for the benchmark's own count.</summary>
    public BigInteger? SampleCount { get; init; }

    /// <summary>How rows are taken.</summary>
    public SampleOrder Order { get; init; }

    /// <summary>The row of <see cref="SampleOrder.Single"/>.</summary>
    public BigInteger? FixedIndex { get; init; }

    /// <summary>Which datasets the run keeps.</summary>
    public PhaseMode Mode { get; init; }

    /// <summary>Whether the first row is issued once, untracked and awaited, before anything else.</summary>
    public bool PrimesFixedSample { get; init; }

    /// <summary>Whether answers are kept for <see cref="IPreparedRun.Outputs"/>.</summary>
    public bool CapturesOutputs { get; init; }

    /// <summary>Whether the end waits for answers without limit.</summary>
    public bool DrainsWithoutLimit { get; init; }

    /// <summary>How long the run may go without any completion; null for ever.</summary>
    public TimeSpan? StallTimeout { get; init; }

    /// <summary>The configuration to write in place of <see cref="Configuration"/>; the main run's holds the audit block.</summary>
    public ConfigTree? WrittenTree { get; init; }
}

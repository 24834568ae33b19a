using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>A benchmark configuration file, resolved (audits, section 7.4). Immutable.</summary>
public sealed record BenchmarkConfiguration
{
    /// <summary>The run's name.</summary>
    public required string Name { get; init; }

    /// <summary><c>offline</c>, <c>online</c>, <c>eval</c> or <c>submission</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The model.</summary>
    public required ModelParameters Model { get; init; }

    /// <summary>The datasets, in file order.</summary>
    public required ImmutableArray<DatasetConfiguration> Datasets { get; init; }

    /// <summary>How the run is made.</summary>
    public required BenchmarkSettings Settings { get; init; }

    /// <summary>Where requests go.</summary>
    public required EndpointConfiguration Endpoint { get; init; }

    /// <summary>Where the run is written; null for a folder of the system's temporary one.</summary>
    public string? ReportDir { get; init; }

    /// <summary>The audit; null for none.</summary>
    public AuditConfiguration? Audit { get; init; }

    /// <summary>Everything, defaults filled in, for writing it again.</summary>
    public required ConfigTree Tree { get; init; }

    /// <summary>Notes that are no faults, as sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The performance datasets.</summary>
    public IEnumerable<DatasetConfiguration> PerformanceDatasets => Datasets.Where(dataset => dataset.IsPerformance);

    /// <summary>The configuration of one run: its own folder, without audit block, with the datasets that the mode keeps (audits, section 3.1 step 9b).</summary>
    /// <param name="reportDir">The run's folder.</param>
    /// <param name="phase">What is run.</param>
    public BenchmarkConfiguration ForPhase(string reportDir, PlannedPhase phase)
    {
        ArgumentNullException.ThrowIfNull(phase);
        var keepsAll = phase.Mode is not PhaseMode.Performance;
        var tree = Tree.Without("audit").With(reportDir, "report_dir");
        var configuration = this with
        {
            ReportDir = reportDir,
            Audit = null,
            Datasets = keepsAll ? Datasets : [.. PerformanceDatasets],
        };
        if (!keepsAll && configuration.Datasets.Length != Datasets.Length)
        {
            tree = tree.With(KeptEntries(tree), "datasets");
        }

        if (phase.Concurrency is { } concurrency)
        {
            tree = tree.With(LoadPatternConfiguration.Concurrency, "settings", "load_pattern", "type").With(concurrency, "settings", "load_pattern", "target_concurrency");
            configuration = configuration with
            {
                Settings = Settings with { LoadPattern = new LoadPatternConfiguration(LoadPatternConfiguration.Concurrency, Settings.LoadPattern.TargetQps, concurrency) },
            };
        }

        if (phase.Streaming is { } streaming)
        {
            tree = tree.With(streaming ? "on" : "off", "model_params", "streaming");
            configuration = configuration with { Model = Model with { Streaming = streaming } };
        }

        return configuration with { Tree = tree };
    }

    private List<object?> KeptEntries(ConfigTree tree)
    {
        var entries = tree.Members.First(member => member.Name == "datasets").Value as IEnumerable<object?> ?? [];
        return [.. entries.Where((_, index) => Datasets[index].IsPerformance)];
    }
}

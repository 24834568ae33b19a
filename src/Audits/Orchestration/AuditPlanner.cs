using System.Collections.Immutable;
using MlPerf.Endpoints.Audits.Configuration;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>Plans and validates an audit before anything is sent (audits, section 3.1 steps 3 to 5; deviation D2).</summary>
public sealed class AuditPlanner(AuditRegistry registry, IBenchmarkRunner runner)
{
    /// <summary>Plans the configuration's audit.</summary>
    /// <param name="benchmark">The configuration.</param>
    /// <param name="block">The audit's block; null for the one of the configuration.</param>
    /// <exception cref="AuditException">There is no such audit, or no dataset can be loaded.</exception>
    public AuditPlan Plan(BenchmarkConfiguration benchmark, AuditConfiguration? block = null)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        var configuration = block ?? benchmark.Audit
            ?? throw new AuditException(AuditErrorKind.Input, "audit_missing", "The configuration has no block 'audit'; add one, or name blocks in a file of their own.");
        var audit = registry.Find(configuration.Test)
            ?? throw new AuditException(AuditErrorKind.Input, "unknown_audit", $"There is no audit '{configuration.Test}'; known are {string.Join(", ", registry.Audits.Select(known => known.Id))}.");
        var phases = audit.Plan(configuration);
        if (phases.DistinctBy(phase => phase.Label).Count() != phases.Length)
        {
            throw new AuditException(AuditErrorKind.Setup, "duplicate_label", $"The audit '{audit.Id}' plans two phases of one label; each needs a folder of its own.");
        }

        var dataset = phases.IsEmpty ? null : LoadDataset(benchmark);
        var context = new ValidationContext(dataset?.Rows ?? 0, benchmark.Settings.LoadPattern.Type) { Benchmark = benchmark };
        var warnings = audit.Warn(configuration, context).ToList();
        if (benchmark.PerformanceDatasets.Any(entry => entry.Samples is not null))
        {
            warnings.Add(AuditWarnings.DatasetSamplesIgnored);
        }

        return new AuditPlan(audit, configuration, phases, [.. audit.Validate(configuration, context)], [.. warnings], dataset);
    }

    private DatasetFacts LoadDataset(BenchmarkConfiguration benchmark)
    {
        var count = benchmark.PerformanceDatasets.Count();
        if (count == 0)
        {
            throw new AuditException(AuditErrorKind.Setup, AuditProblem.NoPerformanceDataset, "The configuration names no dataset of type performance; an audit needs one.");
        }

        if (count > 1)
        {
            throw new AuditException(AuditErrorKind.Input, "several_performance_datasets", $"The configuration names {count} datasets of type performance; exactly one is expected.");
        }

        return runner.LoadDataset(benchmark);
    }
}

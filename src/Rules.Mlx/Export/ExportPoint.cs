using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>A measured point on its way into an envelope.</summary>
internal sealed record ExportPoint
{
    /// <summary>Where it stands, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>Requests in flight; null where the run had no such bound.</summary>
    public BigInteger? Concurrency { get; init; }

    /// <summary>Whether this is a dedicated Offline run.</summary>
    public bool IsDedicatedOffline { get; init; }

    public bool? IsOffline { get; init; }

    public bool IsAgentic { get; init; }

    public string Region { get; init; } = "";

    public string LoadPattern { get; init; } = "";

    public string Dataset { get; init; } = "";

    public string Division { get; init; } = "";

    public string SeedSet { get; init; } = "";

    public string TargetCohort { get; init; } = "";

    public required SummaryFigures Figures { get; init; }

    public double? Interactivity { get; init; }

    public double? SteadyStateS { get; init; }

    public double? Utilization { get; init; }

    /// <summary>The power that throughput is divided by, kilowatts.</summary>
    public Availability<PointPower> Power { get; init; }

    public GenerationFacts Generation { get; init; } = GenerationFacts.None;

    public ImmutableArray<ExportScore> Scores { get; init; } = [];

    /// <summary>What tells the point's rows from those of others: <c>r8</c>, <c>offline</c>.</summary>
    public string Suffix => IsDedicatedOffline || Concurrency is null ? "offline" : $"r{Concurrency}";
}

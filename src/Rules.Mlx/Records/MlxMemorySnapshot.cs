namespace MlPerf.Endpoints.Rules.Mlx.Records;

/// <summary>Memory at a moment of a run.</summary>
public sealed record MlxMemorySnapshot
{
    /// <summary>The moment.</summary>
    public required string Phase { get; init; }

    /// <summary>Memory of the process, gigabytes.</summary>
    public required double RssGb { get; init; }

    /// <summary>Free memory, gigabytes.</summary>
    public double? FreeGb { get; init; }

    /// <summary>Wired memory, gigabytes.</summary>
    public double? WiredGb { get; init; }

    /// <summary>Swap, megabytes.</summary>
    public double? SwapMb { get; init; }
}

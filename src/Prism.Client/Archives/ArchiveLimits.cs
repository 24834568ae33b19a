namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>Bounds on archives that are read back; an archive is a stranger's upload.</summary>
public sealed record ArchiveLimits
{
    /// <summary>The defaults.</summary>
    public static ArchiveLimits Default { get; } = new();

    /// <summary>Most members. Default 1,000,000.</summary>
    public int MaxEntries { get; init; } = 1_000_000;

    /// <summary>Most bytes when unpacked. Default 64 GiB.</summary>
    public long MaxTotalBytes { get; init; } = 64L << 30;

    /// <summary>Most bytes of the members that are kept in memory for assembly. Default 1 GiB.</summary>
    public long MaxKeptBytes { get; init; } = 1L << 30;

    /// <summary>Most unpacked bytes for each packed one, looked at beyond <see cref="RatioFloorBytes"/>. Default 1000.</summary>
    public int MaxExpansionRatio { get; init; } = 1000;

    /// <summary>Unpacked size below which the ratio plays no part: small files of zeros are no bombs. Default 64 MiB.</summary>
    public long RatioFloorBytes { get; init; } = 64L << 20;

    /// <summary>Longest path of a member, in characters. Default 4096.</summary>
    public int MaxPathLength { get; init; } = 4096;

    /// <summary>Deepest path of a member, in parts. Default 64.</summary>
    public int MaxPathDepth { get; init; } = 64;
}

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Bounds on what is read of one document; listed in docs/limits.md.</summary>
public sealed record ReadLimits
{
    /// <summary>The defaults.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Largest file, in bytes. Default 64 MiB.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    /// <summary>Deepest nesting of JSON that is read. Default 985, the reference's own bound.</summary>
    public int MaxJsonDepth { get; init; } = 985;

    /// <summary>Deepest nesting of YAML that is read. Default 490.</summary>
    public int MaxYamlDepth { get; init; } = 490;

    /// <summary>Most digits of an integer. Default 4300, the reference's own bound.</summary>
    public int MaxIntegerDigits { get; init; } = 4300;

    /// <summary>Unknown values above this size, in bytes, are kept only as place and length. Default 64 KiB.</summary>
    public int MaxUnknownBytes { get; init; } = 64 << 10;

    /// <summary>Most keys and values of one document, so that a small file cannot become a large tree. Default 1,000,000.</summary>
    public int MaxNodes { get; init; } = 1_000_000;
}

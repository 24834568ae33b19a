namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Bounds on what is read of one document; listed in docs/limits.md.</summary>
public sealed record ReadLimits
{
    /// <summary>The defaults.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Largest file that is held in memory, in bytes. Default 64 MiB. Of a larger JSON file whose format declares what it needs, no more than this is kept.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    /// <summary>Largest JSON file of which only declared members are kept, in bytes. Default 16 GiB.</summary>
    public long MaxStreamedBytes { get; init; } = 16L << 30;

    /// <summary>Longest text, key or number in a JSON file that is too large to be held, in bytes; white space before it counts. Default 16 MiB.</summary>
    public int MaxTokenBytes { get; init; } = 16 << 20;

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

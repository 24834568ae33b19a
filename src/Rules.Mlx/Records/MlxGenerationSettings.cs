namespace MlPerf.Endpoints.Rules.Mlx.Records;

/// <summary>How text was generated.</summary>
public sealed record MlxGenerationSettings
{
    /// <summary>Most tokens of an answer.</summary>
    public long? MaxGenToks { get; init; }

    /// <summary>Temperature.</summary>
    public double? Temperature { get; init; }

    /// <summary>Share of probability that is sampled from.</summary>
    public double? TopP { get; init; }

    /// <summary>Number of tokens that are sampled from.</summary>
    public long? TopK { get; init; }
}

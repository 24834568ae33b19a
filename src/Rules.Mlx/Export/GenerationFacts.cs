using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Rules.Mlx.Records;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>How a point generated text, from <c>model_params</c> of its <c>config.yaml</c>.</summary>
internal sealed record GenerationFacts(double? MaxNewTokens, double? Temperature, double? TopP, double? TopK)
{
    // Whole numbers up to here are exact as doubles.
    private const double LargestExact = 1L << 53;

    public static GenerationFacts None { get; } = new(null, null, null, null);

    public static GenerationFacts Of(Document? config)
        => config?.Root?["model_params"] is not { Kind: NodeKind.Map } settings ? None
            : new(Whole(settings["max_new_tokens"]), Finite(settings["temperature"]), Finite(settings["top_p"]), Whole(settings["top_k"]));

    /// <summary>What holds at all points; null where nothing does.</summary>
    public static MlxGenerationSettings? Common(IReadOnlyList<ExportPoint> points)
    {
        var settings = new MlxGenerationSettings
        {
            MaxGenToks = (long?)Equal(points, facts => facts.MaxNewTokens),
            Temperature = Equal(points, facts => facts.Temperature),
            TopP = Equal(points, facts => facts.TopP),
            TopK = (long?)Equal(points, facts => facts.TopK),
        };
        return settings == new MlxGenerationSettings() ? null : settings;
    }

    private static double? Equal(IReadOnlyList<ExportPoint> points, Func<GenerationFacts, double?> of)
    {
        var first = points.Count > 0 ? of(points[0].Generation) : null;
        return points.All(point => of(point.Generation) == first) ? first : null;
    }

    private static double? Finite(Node? node) => node?.RawNumber is { } number && double.IsFinite(number) ? number : null;

    private static double? Whole(Node? node) => Finite(node) is { } number && Math.Truncate(number) == number && Math.Abs(number) <= LargestExact ? number : null;
}

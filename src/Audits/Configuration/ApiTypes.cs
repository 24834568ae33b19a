namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>The values of <c>endpoint_config.api_type</c>.</summary>
public static class ApiTypes
{
    /// <summary>OpenAI chat completions.</summary>
    public const string Chat = "openai";

    /// <summary>OpenAI text completions.</summary>
    public const string Completions = "openai_completions";

    /// <summary>SGLang's own route.</summary>
    public const string SgLang = "sglang";

    /// <summary>Video generation.</summary>
    public const string VideoGeneration = "videogen";

    internal static readonly string[] All = [Chat, Completions, SgLang, VideoGeneration];
}

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The words for <c>runtime_settings.load_pattern</c>.</summary>
public static class LoadPatterns
{
    /// <summary>A fixed number of requests in flight, single-turn.</summary>
    public const string Concurrency = "concurrency";

    /// <summary>A fixed number of conversations in flight, many turns each (v1.0).</summary>
    public const string AgenticInference = "agentic_inference";
}

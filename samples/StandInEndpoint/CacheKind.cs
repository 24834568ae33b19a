namespace MlPerf.Endpoints.Samples.StandInEndpoint;

/// <summary>How the endpoint reuses answers.</summary>
public enum CacheKind
{
    /// <summary>Not at all: every request is computed.</summary>
    None,

    /// <summary>A request that was answered before is answered from memory.</summary>
    Exact,

    /// <summary>The computation of the longest known beginning of a prompt is spared, as with a KV cache; the answer is generated anew.</summary>
    Prefix,

    /// <summary>Equal requests that are in flight together share one computation; nothing is kept.</summary>
    Coalesce,
}

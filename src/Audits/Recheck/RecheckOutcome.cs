namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>How a re-check ends.</summary>
public enum RecheckOutcome
{
    /// <summary>The evidence passes.</summary>
    Passed,

    /// <summary>The evidence fails.</summary>
    Failed,

    /// <summary>The stored verdict is not the one that the evidence gives.</summary>
    Contradicted,

    /// <summary>The evidence cannot be judged.</summary>
    Unusable,

    /// <summary>A phase was interrupted, is incomplete or has no rate.</summary>
    Incomplete,
}

namespace MlPerf.Endpoints.Audits;

/// <summary>Which datasets a phase keeps.</summary>
public enum PhaseMode
{
    /// <summary>Performance datasets only.</summary>
    Performance,

    /// <summary>All of them, scored for accuracy.</summary>
    Accuracy,

    /// <summary>All of them.</summary>
    Both,
}

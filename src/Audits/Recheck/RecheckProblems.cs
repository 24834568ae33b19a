namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>Ids of the problems that end a re-check (audits, section 6.1).</summary>
public static class RecheckProblems
{
    /// <summary>The stored verdict is no strict JSON object.</summary>
    public const string VerdictUnreadable = "verdict_unreadable";

    /// <summary>Nobody says how many requests there should have been.</summary>
    public const string ParametersMissing = "parameters_missing";

    /// <summary>Configurations that should agree differ.</summary>
    public const string ConfigDrift = "config_drift";

    /// <summary>A phase's folder or summary is missing.</summary>
    public const string EvidenceMissing = "evidence_missing";

    /// <summary>A file of a phase cannot be read as what it should be.</summary>
    public const string EvidenceUnreadable = "evidence_unreadable";

    /// <summary>Files of a phase contradict one another.</summary>
    public const string EvidenceContradicts = "evidence_contradicts";

    /// <summary>The phase folders were exchanged.</summary>
    public const string PhasesSwapped = "phases_swapped";

    /// <summary>The reference took a row twice.</summary>
    public const string ReferenceNotDistinct = "reference_not_distinct";

    /// <summary>The fixed-sample phase took another row, or several.</summary>
    public const string WrongSample = "wrong_sample";
}

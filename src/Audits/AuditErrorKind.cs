namespace MlPerf.Endpoints.Audits;

/// <summary>Why an audit ended without a verdict; the value is the exit code (audits, section 3.2).</summary>
public enum AuditErrorKind
{
    /// <summary>An error outside of every kind, in the main run for instance.</summary>
    Failed = 1,

    /// <summary>A configuration or evidence that cannot be used.</summary>
    Input = 2,

    /// <summary>Preconditions that do not hold: the audit's own, a dataset, an endpoint that cannot be reached at the start.</summary>
    Setup = 3,

    /// <summary>A phase that crashed, gave no report, ended incomplete or has no usable rate.</summary>
    Execution = 4,

    /// <summary>Evidence that is whole but leaves the audit unable to decide.</summary>
    Undecided = 5,

    /// <summary>A stop was asked for.</summary>
    Interrupted = 130,
}

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>What was done to a submission.</summary>
public enum SubmissionChangeKind
{
    /// <summary>Nothing was asked for.</summary>
    Nothing,

    /// <summary>The runs are the same as before.</summary>
    RunsUnchanged,

    /// <summary>Members other than the runs were changed.</summary>
    Members,

    /// <summary>The runs were changed and the bundle built anew.</summary>
    Runs,

    /// <summary>No run is left; the last bundle still lies there.</summary>
    NoRunsLeft,
}

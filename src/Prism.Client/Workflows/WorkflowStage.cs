namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>What a workflow is doing.</summary>
public enum WorkflowStage
{
    /// <summary>Making sure that pull requests can work.</summary>
    PullRequestPrerequisites,

    /// <summary>Registering a run.</summary>
    Register,

    /// <summary>Packing a folder.</summary>
    Pack,

    /// <summary>Downloading archives.</summary>
    Download,

    /// <summary>Putting the submission together.</summary>
    Assemble,

    /// <summary>Checking it.</summary>
    Check,

    /// <summary>Making or changing the record.</summary>
    Record,

    /// <summary>Uploading.</summary>
    Upload,

    /// <summary>Opening the pull request.</summary>
    PullRequestOpen,

    /// <summary>Merging into the branch of the pull request.</summary>
    PullRequestMerge,

    /// <summary>Pushing to the branch of the pull request.</summary>
    PullRequestPush,

    /// <summary>Undoing what was made.</summary>
    Undo,
}

using MlPerf.Endpoints.Prism.Client.Http;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>Told what a workflow does while it does it.</summary>
public interface IWorkflowReporter
{
    /// <summary>A step begins.</summary>
    void Stage(WorkflowStage stage, string text);

    /// <summary>Something is odd, and the workflow goes on.</summary>
    void Warn(string text);

    /// <summary>Progress of one transfer; null where nobody watches.</summary>
    /// <param name="title">What is transferred.</param>
    IProgress<TransferProgress>? Transfer(string title);
}

using MlPerf.Endpoints.Prism.Client.Http;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>Says nothing.</summary>
internal sealed class SilentReporter : IWorkflowReporter
{
    public static SilentReporter Instance { get; } = new();

    public void Stage(WorkflowStage stage, string text)
    {
    }

    public void Warn(string text)
    {
    }

    public IProgress<TransferProgress>? Transfer(string title) => null;
}

using MlPerf.Endpoints.Prism.Client.Http;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>Remembers how to undo what a workflow did.</summary>
internal sealed class UndoLog(IWorkflowReporter reporter)
{
    // Undoing also happens after an interrupt, so it has a limit of its own.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly List<Step> _steps = [];

    /// <summary>Notes a change.</summary>
    /// <param name="what">The change, with its id.</param>
    /// <param name="id">The id.</param>
    /// <param name="undo">How to undo it.</param>
    /// <param name="subject">What it was made from; null where that plays no part.</param>
    public void Add(string what, string id, Func<CancellationToken, Task> undo, string? subject = null) => _steps.Add(new Step(what, id, undo, subject));

    /// <summary>Everything that belongs to a change is done; where later ones fail, those in progress are undone first, then the complete ones in order.</summary>
    public void Complete(string id) => _steps.Find(step => string.Equals(step.Id, id, StringComparison.Ordinal))!.IsComplete = true;

    /// <summary>Lets the oldest changes stay whatever happens.</summary>
    public void Forget(int count) => _steps.RemoveRange(0, count);

    /// <summary>Runs a workflow; where it fails, undoes what was noted.</summary>
    /// <param name="work">The workflow.</param>
    /// <param name="keeps">Whether what was made is to stay after this failure, and only to be named.</param>
    /// <exception cref="PrismWorkflowException">The workflow failed after it had changed something.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, Func<Exception, bool> keeps)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (_steps.Count > 0)
        {
            throw new PrismWorkflowException(exception, await UndoAsync(keeps(exception)).ConfigureAwait(false));
        }
    }

    private async Task<IReadOnlyList<UndoOutcome>> UndoAsync(bool keeps)
    {
        var outcomes = new List<UndoOutcome>();
        using var limit = new CancellationTokenSource(Limit);
        foreach (var step in _steps.Where(step => !step.IsComplete).Reverse().Concat(_steps.Where(step => step.IsComplete)))
        {
            if (keeps)
            {
                outcomes.Add(step.Outcome(isUndone: false));
                continue;
            }

            reporter.Stage(WorkflowStage.Undo, $"Undoing {step.What}");
            try
            {
                await step.Undo(limit.Token).ConfigureAwait(false);
                outcomes.Add(step.Outcome(isUndone: true));
            }
            catch (Exception exception) when (exception is PrismException or OperationCanceledException or ArgumentException)
            {
                outcomes.Add(step.Outcome(isUndone: false, exception.Message));
            }
        }

        return outcomes;
    }

    private sealed record Step(string What, string Id, Func<CancellationToken, Task> Undo, string? Subject)
    {
        public bool IsComplete { get; set; }

        public UndoOutcome Outcome(bool isUndone, string? problem = null) => new(What, Id, isUndone, problem) { Subject = Subject, IsComplete = IsComplete };
    }
}

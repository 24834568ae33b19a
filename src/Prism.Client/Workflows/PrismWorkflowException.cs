namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>A workflow failed after it had changed something; says what was undone and what still stands.</summary>
public sealed class PrismWorkflowException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="cause">The failure.</param>
    /// <param name="outcomes">What became of the changes.</param>
    public PrismWorkflowException(Exception cause, IReadOnlyList<UndoOutcome> outcomes)
        : base(cause?.Message, cause) => Outcomes = outcomes;

    /// <summary>What became of each change, the last one first.</summary>
    public IReadOnlyList<UndoOutcome> Outcomes { get; }

    /// <summary>What still stands.</summary>
    public IEnumerable<UndoOutcome> Orphans => Outcomes.Where(outcome => !outcome.IsUndone);
}

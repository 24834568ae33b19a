namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>One change that a failed workflow had made, and what became of it.</summary>
/// <param name="What">The change: <c>run 0f3b…</c>, <c>submission c5a1…</c>.</param>
/// <param name="Id">The id of the record.</param>
/// <param name="IsUndone">Whether it was undone; otherwise it still stands.</param>
/// <param name="Problem">Why it was not undone; null where it was, or was meant to stay.</param>
public sealed record UndoOutcome(string What, string Id, bool IsUndone, string? Problem = null)
{
    /// <summary>What the record was made from, where that helps to continue: a result folder.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether the record is complete, its archive uploaded.</summary>
    public bool IsComplete { get; init; }
}

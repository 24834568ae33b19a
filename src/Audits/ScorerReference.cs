namespace MlPerf.Endpoints.Audits;

/// <summary>What turns the answers of a phase into one number.</summary>
/// <param name="Scorer">The id of a scorer plugin, or a command line in which <c>{outputs}</c> stands for a JSON Lines file of <c>{index, output}</c>.</param>
/// <param name="ScorePattern">For a command: a regular expression whose first group is the score in its output.</param>
public sealed record ScorerReference(string Scorer, string? ScorePattern = null)
{
    /// <summary>The placeholder for the file of answers.</summary>
    public const string OutputsPlaceholder = "{outputs}";

    /// <summary>Whether it is a command line and no plugin.</summary>
    public bool IsCommand => Scorer.Contains(OutputsPlaceholder, StringComparison.Ordinal);
}

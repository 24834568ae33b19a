namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Carries a document's problem from deep inside a reader to its entry point; never leaves <see cref="DocumentReader"/>.</summary>
internal sealed class UnreadableException(DocumentProblem problem) : Exception(problem.Detail)
{
    public DocumentProblem Problem { get; } = problem;

    public static UnreadableException Syntax(string detail, SourceLocation? at) => new(new DocumentProblem(DocumentProblemKind.Syntax, detail, at));

    /// <summary>The text may be sound, but it breaks a bound of the reader.</summary>
    public static UnreadableException Limit(string detail, SourceLocation? at) => new(new DocumentProblem(DocumentProblemKind.Syntax, detail, at) { ExceedsLimit = true });
}

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Why a document could not be read.</summary>
/// <param name="Kind">The kind, for programs.</param>
/// <param name="Detail">A clause for people: what was found and what was expected, without the file's name.</param>
/// <param name="Location">Where, if that is known.</param>
public sealed record DocumentProblem(DocumentProblemKind Kind, string Detail, SourceLocation? Location = null)
{
    /// <summary>Whether a bound of the reader was reached (size, nesting, digits), so that the file may be sound for all that is known.</summary>
    public bool ExceedsLimit { get; init; }
}

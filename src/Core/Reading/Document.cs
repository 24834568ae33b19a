using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>A JSON or YAML file that was asked for: its node tree, or why there is none.</summary>
/// <param name="Path">The file, whether or not it exists.</param>
/// <param name="Language">JSON or YAML.</param>
/// <param name="Root">The top-level value; null where <paramref name="Problem"/> says why there is none.</param>
/// <param name="Problem">Why there is no tree.</param>
public sealed record Document(SubmissionPath Path, DocumentLanguage Language, Node? Root, DocumentProblem? Problem)
{
    /// <summary>Whether something stands at the path, readable or not.</summary>
    public bool Exists => Problem is not { Kind: DocumentProblemKind.Missing };
}

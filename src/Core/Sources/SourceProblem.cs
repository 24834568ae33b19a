namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Why a file could not be read.</summary>
/// <param name="Kind">The kind, for programs.</param>
/// <param name="Detail">A clause for people, without the file's name: "it is a folder", "it links to /dev/zero, outside the submission".</param>
public sealed record SourceProblem(SourceProblemKind Kind, string Detail);

using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>An entry of a folder behind which a folder may stand that is not looked into.</summary>
/// <param name="Path">The entry.</param>
/// <param name="Detail">Why, as a clause: "it is a link to /data/results, outside the submission".</param>
public sealed record UnreadableEntry(SubmissionPath Path, string Detail);

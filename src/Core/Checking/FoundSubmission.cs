using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>A submission that was found below a folder.</summary>
/// <param name="Path">Its root, relative to the folder that was searched.</param>
/// <param name="Revision">The revision as which its layout is recognised.</param>
public sealed record FoundSubmission(SubmissionPath Path, SpecRevision Revision);

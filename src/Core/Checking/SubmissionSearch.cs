using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>What <see cref="SubmissionFinder"/> found.</summary>
/// <param name="Found">The submissions, ordered by path.</param>
/// <param name="BoundsReached">Bounds at which the search stopped: there may be more submissions. Empty where everything was looked at.</param>
public sealed record SubmissionSearch(IReadOnlyList<FoundSubmission> Found, IReadOnlyList<WalkBound> BoundsReached);

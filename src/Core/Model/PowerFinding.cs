namespace MlPerf.Endpoints.Core.Model;

/// <summary>Something that a power computation has to say about its descriptor: a problem, a gap or a warning.</summary>
/// <param name="Reason">The reason's id, for programs: <c>node-set-id-values</c>, <c>absent-appendix-d-has</c> …</param>
/// <param name="Detail">What was found and what was expected, as a clause.</param>
/// <param name="Remedy">What to do about it, as a sentence.</param>
/// <param name="Pointer">Where in the descriptor, as a JSON pointer; the innermost object that is there is meant.</param>
public sealed record PowerFinding(string Reason, string Detail, string Remedy, string Pointer);

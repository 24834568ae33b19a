namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>How far a run is.</summary>
/// <param name="Requested">Requests to issue; null where not known.</param>
/// <param name="Issued">Requests issued.</param>
/// <param name="Completed">Requests completed, failed ones included.</param>
/// <param name="Failed">Requests failed.</param>
/// <param name="Elapsed">Time since the measurement began.</param>
public readonly record struct RunProgress(long? Requested, long Issued, long Completed, long Failed, TimeSpan Elapsed);

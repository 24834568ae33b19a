namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>A request as it came.</summary>
internal sealed record ReplayRequest(
    string Method, string Host, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, byte[] Body);

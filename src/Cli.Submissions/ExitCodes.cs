namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>Exit codes of the tool.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int RuleFailure = 3;
}

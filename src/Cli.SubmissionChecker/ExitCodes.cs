namespace MlPerf.Endpoints.SubmissionChecker;

/// <summary>What the tool's exit codes say; with several paths the highest counts.</summary>
internal static class ExitCodes
{
    /// <summary>Passed.</summary>
    public const int Passed = 0;

    /// <summary>The submission has findings that fail it.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, told before anything is checked.</summary>
    public const int Usage = 2;

    /// <summary>The checker, a pack or a rule failed.</summary>
    public const int Failure = 3;
}

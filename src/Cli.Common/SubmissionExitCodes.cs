namespace MlPerf.Endpoints.Tools;

/// <summary>Exit codes of <c>endpoints-submission-cli</c>: those of the reference.</summary>
internal static class SubmissionExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Any failure.</summary>
    public const int Failure = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}

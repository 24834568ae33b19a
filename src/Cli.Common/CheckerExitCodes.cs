namespace MlPerf.Endpoints.Tools;

/// <summary>Exit codes of <c>submission-checker</c>, the same in every command.</summary>
internal static class CheckerExitCodes
{
    /// <summary>Passed, or done.</summary>
    public const int Passed = 0;

    /// <summary>Findings that fail a submission, or an audit that failed.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, or settings or a configuration that cannot be used; told before anything is checked.</summary>
    public const int Usage = 2;

    /// <summary>The checker, a pack, a rule or a precondition failed.</summary>
    public const int Failure = 3;

    /// <summary>A phase of an audit crashed, hung or ended incomplete.</summary>
    public const int Incomplete = 4;

    /// <summary>An audit that cannot decide.</summary>
    public const int Undecided = 5;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;

    private static readonly int[] ByPrecedence = [Interrupted, Incomplete, Failure, Usage, Findings, Undecided, Passed];

    /// <summary>The code of several results: the first that is present of 130, 4, 3, 2, 1, 5, 0.</summary>
    public static int Combine(IEnumerable<int> codes) => codes.DefaultIfEmpty(Passed).MinBy(static code => Array.IndexOf(ByPrecedence, code));
}

namespace MlPerf.Endpoints.Audits;

/// <summary>An audit ends without a verdict. Kind and problem are what a caller acts on.</summary>
public sealed class AuditException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">The kind, which is the exit code.</param>
    /// <param name="problem">The problem's id, <c>phase_incomplete</c>.</param>
    /// <param name="message">What was found, what was expected, what to do.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public AuditException(AuditErrorKind kind, string problem, string message, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Problem = problem;
    }

    /// <summary>The kind, which is the exit code.</summary>
    public AuditErrorKind Kind { get; }

    /// <summary>The problem's id.</summary>
    public string Problem { get; }

    /// <summary>The phase at fault; null where there is none.</summary>
    public string? Phase { get; init; }
}

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>How much a result weighs.</summary>
public enum Severity
{
    /// <summary>A rule that is met.</summary>
    Info,

    /// <summary>Something a reviewer will ask about; the submission still passes.</summary>
    Warning,

    /// <summary>The submission does not pass.</summary>
    Error,
}

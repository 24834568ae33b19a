using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Severities as reports spell them.</summary>
public static class SeverityNames
{
    /// <summary><c>error</c>, <c>warning</c>, <c>info</c>.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>What a colour stands for in a report for people.</summary>
internal enum TextColor
{
    None,
    Dim,
    Error,
    Warning,
    Passed,
    Rule,
    Fix,
}

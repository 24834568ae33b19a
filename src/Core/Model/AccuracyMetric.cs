using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>One score of a data set: its name as written and its value (v1.0).</summary>
/// <param name="Name">The metric's name, exactly as spelled; <c>score</c> where the file gives none.</param>
/// <param name="Value">The value, in whatever unit the metric has; may be NaN or infinite.</param>
/// <param name="Location">Where the value stands.</param>
/// <param name="Pointer">The value's place in the file, as a JSON pointer.</param>
public sealed record AccuracyMetric(string Name, double Value, SourceLocation Location, string Pointer)
{
    /// <summary>The name of a score that has none.</summary>
    public const string Unnamed = "score";

    /// <summary>Whether the file gives the score without a name, or under the name that says nothing.</summary>
    public bool IsUnnamed => string.Equals(Name, Unnamed, StringComparison.Ordinal);
}

using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>How agentic scores become percentages, and what is said where they do not.</summary>
internal static class AgenticScores
{
    public const string NotAgentic = "the curve is not agentic";

    public const string NoThresholds = "there are no agentic accuracy thresholds for the model";

    /// <summary>Shared by the rules that judge agentic scores. A percentage is never guessed.</summary>
    public static readonly Outcome NotAFraction = Outcome.Error(
        key: "score-not-fraction",
        spec: "§4.3",
        message: "the score of the data set {dataset} at concurrency {concurrency} is {value}, not a fraction from 0 to 1",
        fix: "State the score as a fraction, 0.589 for 58.9 %.");

    /// <summary>The score as a percentage, computed as the reference does; null where it is no fraction.</summary>
    public static double? Percentage(AccuracyMetric metric) => metric.Value is >= 0 and <= 1 ? metric.Value * 100.0 : null;

    /// <summary>A clause for messages where a fraction falls short of a floor by rounding alone; empty where it does not.</summary>
    public static string RoundingNote(double fraction, double floorPercent)
        => fraction is >= 0 and <= 1
            && decimal.TryParse(fraction.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var written)
            && decimal.TryParse(floorPercent.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var floor)
            && written * 100 == floor
            ? $"; {written.ToString(CultureInfo.InvariantCulture)} times 100 is rounded down in binary arithmetic"
            : "";
}

using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Power;

/// <summary>A stored throughput per kilowatt agrees with the one that follows from throughput and engaged power (policy §4.5.3).</summary>
/// <remarks>Only a JSON number is a statement here; where nothing is stored the derived figure counts, and the rule is met.</remarks>
public sealed class MetricConsistencyTpsPerKwRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome Agrees = Outcome.Pass(
        key: "pass", spec: "§4.5.3", message: "{system_tps} tokens/s over {kw} kW ({basis}) give {derived} tokens/s per kW");

    private static readonly Outcome Off = Outcome.Error(
        key: "fail",
        spec: "§4.5.3",
        message: "system_tps_per_kw is stored as {stored}, but {system_tps} tokens/s over {kw} kW ({basis}) give {derived} (off by {rel_err:0.####%}, at most {tolerance:0.##%} is allowed)",
        fix: "Store the throughput divided by the power of the engaged nodes, or leave system_tps_per_kw out; where the derived figure is wrong, correct nodes_used.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-tps-per-kw", title: "Metric consistency TPS per kW", specs: [SpecRevision.V1_0], outcomes: [Agrees, Off], order: 520);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var power = point.Power;
        if (!power.IsPresent)
        {
            yield return NotApplicable(point, power.Reason);
            yield break;
        }

        var kilowatts = power.Value.Kilowatts;
        if (kilowatts <= 0)
        {
            yield return NotApplicable(point, "the power of the engaged nodes is not above 0");
            yield break;
        }

        if (point.Summary.SystemTps is not { } systemTps)
        {
            yield return NotApplicable(point, "the token count is not finite");
            yield break;
        }

        var derived = systemTps / kilowatts;
        var stored = point.Summary.StoredSystemTpsPerKw;
        var difference = Number(stored) is { } number ? StoredFigure.RelativeError(number, derived) : 0;
        yield return difference > StoredFigure.Tolerance
            ? Off.At(
                point.InSummary("system_tps_per_kw"),
                ("stored", stored!.ToString()), ("system_tps", systemTps), ("kw", kilowatts), ("basis", power.Value.Describe()), ("derived", derived), ("rel_err", difference), ("tolerance", StoredFigure.Tolerance))
            : Agrees.At(point.SummaryPath, ("system_tps", systemTps), ("kw", kilowatts), ("basis", power.Value.Describe()), ("derived", derived));
    }

    // An integer beyond the range of a double is infinite here, and so agrees with no figure.
    private static double? Number(Node? stored) => stored?.Kind switch
    {
        NodeKind.Number => stored.AsNumber,
        NodeKind.Integer => NodeValues.ToDouble(stored.AsInteger),
        _ => null,
    };
}

using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Power;

/// <summary>A point runs as many data-parallel replicas as the provisioned accelerators hold, or says why not (policy §4.5.3).</summary>
/// <remarks>Judged by the point's own copy of the system description, as it stands there: numbers written as text are not seen.</remarks>
public sealed class MaximalEngagementRule : ComplianceRule<MeasuredPoint>
{
    private const string Spec = "§4.5.3";

    private static readonly Outcome NoParallelism = Outcome.Warning(
        key: "warn", spec: Spec,
        message: "{label} states no parallelism in its system_desc.json, so nobody can tell whether it engages all accelerators",
        fix: "State tensor_parallel, pipeline_parallel, expert_parallel and data_parallel as numbers in the point's system_desc.json.");

    private static readonly Outcome Disaggregated = Outcome.Warning(
        key: "warn-2", spec: Spec,
        message: "{label} is disaggregated, so its engagement is left to reviewers",
        fix: "Describe in config_summary_notes how prefill and decode share the nodes.");

    private static readonly Outcome AcceleratorsUnknown = Outcome.Warning(
        key: "warn-3", spec: Spec,
        message: "{label} cannot be judged, as the accelerators of {unknown} are unknown",
        fix: "State components.accelerator.count_per_node in system_power.json, or accelerators_per_node as a number in every system_desc.json.");

    private static readonly Outcome NotPositive = Outcome.Error(
        key: "fail", spec: Spec,
        message: "{label} states {dp} replicas of {a_replica} accelerators, but both must be at least 1",
        fix: "Correct the parallelism in the point's system_desc.json.");

    private static readonly Outcome TooMany = Outcome.Error(
        key: "fail-2", spec: Spec,
        message: "{label} states {dp} replicas of {a_replica} accelerators, together {value}, but {a_prov} are provisioned and hold {formula}",
        fix: "Correct the parallelism in the point's system_desc.json, or the provisioned nodes in system_power.json.");

    private static readonly Outcome Short = Outcome.Error(
        key: "fail-3", spec: Spec,
        message: "{label} runs {dp} replicas, but the provisioned accelerators hold {formula}, and no dp_shortfall explains it",
        fix: "Run {formula} replicas, or add dp_shortfall to point.yaml with dp_actual {dp}, dp_formula {formula} and the reason.");

    private static readonly Outcome ShortfallWrong = Outcome.Error(
        key: "fail-4", spec: Spec,
        message: "dp_shortfall of {label} says {dp_actual} of {dp_formula} replicas, but the point runs {dp} of {formula}",
        fix: "Set dp_actual to {dp} and dp_formula to {formula}.");

    private static readonly Outcome ShortfallStated = Outcome.Warning(
        key: "warn-5", spec: Spec,
        message: "{label} runs {dp} replicas where {formula} fit, for this reason: {reason}",
        fix: "Be ready to defend the reason in review; nothing else is to be done.");

    private static readonly Outcome Full = Outcome.Pass(
        key: "pass", spec: Spec, message: "{label} runs {dp} of {formula} replicas, on {engaged} of {a_prov} provisioned accelerators");

    private static readonly Outcome ShortfallUnneeded = Outcome.Warning(
        key: "shortfall-unneeded", spec: Spec,
        message: "{label} runs {dp} of {formula} replicas, on {engaged} of {a_prov} provisioned accelerators, and states a dp_shortfall all the same",
        fix: "Remove dp_shortfall from point.yaml.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "maximal-engagement", title: "Maximal engagement", specs: [SpecRevision.V1_0],
        outcomes: [NoParallelism, Disaggregated, AcceleratorsUnknown, NotPositive, TooMany, Short, ShortfallWrong, ShortfallStated, Full, ShortfallUnneeded], order: 510);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var provisioned = point.Curve.System.ProvisionedPower;
        yield return provisioned.IsPresent ? Judge(point, provisioned.Value) : NotApplicable(point, provisioned.Reason);
    }

    private static RuleResult Judge(MeasuredPoint point, ProvisionedPower power)
    {
        var label = $"the point {point.Path.Name}";
        var description = point.Files.SystemDescription;
        if (point.Parallelism is not { } parallelism)
        {
            return NoParallelism.At(Place.In(description).ReportedAt(point.ConfigPath), ("label", label));
        }

        if (parallelism.IsDisaggregated)
        {
            return Disaggregated.At(Place.Member(description, "disaggregated").ReportedAt(point.ConfigPath), ("label", label));
        }

        if (power.Accelerators is not { } provisioned)
        {
            var unknown = Shown.List([.. power.NodeSets.Where(set => set.AcceleratorsPerNode is null).Select(set => set.Set.Label)]);
            return AcceleratorsUnknown.At(point.ConfigPath, ("label", label), ("unknown", unknown));
        }

        var (replicas, perReplica) = (parallelism.DataParallel, parallelism.AcceleratorsPerReplica);
        var atParallelism = Place.Member(description, "data_parallel").ReportedAt(point.ConfigPath);
        if (perReplica < 1 || replicas < 1)
        {
            return NotPositive.At(atParallelism, ("label", label), ("dp", replicas), ("a_replica", perReplica));
        }

        var formula = FloorOf(provisioned, perReplica);
        if (replicas > formula)
        {
            return TooMany.At(
                atParallelism,
                ("label", label), ("dp", replicas), ("a_replica", perReplica), ("value", parallelism.Accelerators), ("a_prov", provisioned), ("formula", formula));
        }

        var shortfall = point.Config.DpShortfall;
        if (replicas == formula)
        {
            return (shortfall is null ? Full : ShortfallUnneeded).At(
                shortfall is null ? point.ConfigPath : point.InConfig("dp_shortfall"),
                ("label", label), ("dp", replicas), ("formula", formula), ("engaged", parallelism.Accelerators), ("a_prov", provisioned));
        }

        if (shortfall is null)
        {
            return Short.At(atParallelism, ("label", label), ("dp", replicas), ("formula", formula));
        }

        return shortfall.Actual == replicas && shortfall.Formula == formula
            ? ShortfallStated.At(point.InConfig("dp_shortfall"), ("label", label), ("dp", replicas), ("formula", formula), ("reason", Shown.Text(shortfall.Reason)))
            : ShortfallWrong.At(
                point.InConfig("dp_shortfall"),
                ("label", label), ("dp_actual", shortfall.Actual), ("dp_formula", shortfall.Formula), ("dp", replicas), ("formula", formula));
    }

    // A description may hold negative counts: rounded down also below zero.
    private static BigInteger FloorOf(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }
}

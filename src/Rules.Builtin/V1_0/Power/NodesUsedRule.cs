using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Power;

/// <summary>The nodes that a point declares as engaged exist, and hold its replicas, with none to spare (policy §4.5.3).</summary>
/// <remarks>An empty list is a declaration: all nodes are engaged. Capacity is judged only where parallelism and accelerators are known and the point is not disaggregated.</remarks>
public sealed class NodesUsedRule : ComplianceRule<MeasuredPoint>
{
    private const string NamedTwice = "system-node-ensemble-id";
    private const string NotOneNodeSet = "system-node-ensemble-id-2";
    private const string NodesOutOfRange = "system-node-ensemble-id-3";
    private const string CapacityShort = "capacity-short";

    private static readonly Outcome Unresolved = Outcome.Error(
        key: "fail",
        spec: "§4.5.3",
        message: "nodes_used cannot stand: {problems}",
        fix: "Name each system_node_ensemble_id of system_power.json at most once, with the number of provisioned nodes that the point ran on.");

    private static readonly Outcome Wasteful = Outcome.Warning(
        key: "warn",
        spec: "§4.5.3",
        message: "nodes_used engages more nodes than the point needs: {detail}",
        fix: "Declare the nodes that ran replicas; nodes that stood idle count against the point's throughput per kilowatt.");

    private static readonly Outcome Resolved = Outcome.Pass(key: "pass", spec: "§4.5.3", message: "the point engages {summary}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "nodes-used", title: "Nodes used", specs: [SpecRevision.V1_0], outcomes: [Resolved, Wasteful, Unresolved], order: 500);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var provisioned = point.Curve.System.ProvisionedPower;
        if (!provisioned.IsPresent)
        {
            yield return NotApplicable(point, provisioned.Reason);
            yield break;
        }

        if (point.Config.NodesUsed is null)
        {
            yield return NotApplicable(point, "the point does not say which nodes it uses, so all count as engaged");
            yield break;
        }

        var engagement = PowerEngagement.Of(provisioned.Value, point.Config.NodesUsed);
        if (engagement.HasFaults)
        {
            var entry = engagement.Faults[0].Entry;
            yield return Unresolved.At(
                DocumentPlaces.At(point.ConfigFile.Document, string.Create(CultureInfo.InvariantCulture, $"/nodes_used/{entry}")),
                ("problems", Shown.Clauses([.. engagement.Faults.Select(Describe)])),
                ("reason_id", string.Join(", ", engagement.Faults.Select(fault => ReasonId(fault.Kind)).Distinct(StringComparer.Ordinal))));
            yield break;
        }

        if (point.Parallelism is { IsDisaggregated: false } parallelism && engagement.Accelerators is { } capacity)
        {
            var used = parallelism.Accelerators;
            if (capacity < used)
            {
                yield return Unresolved.At(
                    point.InConfig("nodes_used"),
                    ("problems", Text($"the engaged nodes hold {capacity} accelerators, but {parallelism.DataParallel} replicas of {parallelism.AcceleratorsPerReplica} need {used}")),
                    ("reason_id", CapacityShort));
                yield break;
            }

            if (engagement.HasNodeToSpare(used))
            {
                yield return Wasteful.At(point.InConfig("nodes_used"), ("detail", Surplus(provisioned.Value, used)));
            }
        }

        yield return Resolved.At(point.ConfigPath, ("summary", Summary(provisioned.Value, engagement)));
    }

    private static string ReasonId(PowerEngagementFaultKind kind) => kind switch
    {
        PowerEngagementFaultKind.NamedTwice => NamedTwice,
        PowerEngagementFaultKind.NotOneNodeSet => NotOneNodeSet,
        _ => NodesOutOfRange,
    };

    private static string Describe(PowerEngagementFault fault) => fault.Kind switch
    {
        PowerEngagementFaultKind.NamedTwice => Text($"system_node_ensemble_id {fault.EnsembleId} is named twice"),
        PowerEngagementFaultKind.NotOneNodeSet => Text($"system_node_ensemble_id {fault.EnsembleId} is that of {fault.MatchingSets} node sets in system_power.json, not of exactly one"),
        _ => Text($"{fault.Nodes} nodes of system_node_ensemble_id {fault.EnsembleId} are declared, where 1 to {fault.NodesProvisioned} are possible"),
    };

    private static string Surplus(ProvisionedPower power, BigInteger used)
        => power.NodeSets is [{ AcceleratorsPerNode: { Sign: > 0 } perNode }]
            ? Text($"{used} accelerators at {perNode} a node need {(used.Sign > 0 ? (used + perNode - 1) / perNode : BigInteger.Zero)} nodes")
            : Text($"{used} accelerators fit on fewer");

    private static string Summary(ProvisionedPower power, PowerEngagement engagement)
        => Shown.Clauses([.. power.NodeSets.Select((set, index) => Text($"{engagement.NodesOf(index)} of {set.Set.NodesProvisioned} nodes of {set.Set.Label}"))]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

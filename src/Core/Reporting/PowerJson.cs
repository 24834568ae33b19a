using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Writes what was computed of power: the member <c>power</c> of the JSON report.</summary>
internal static class PowerJson
{
    public static void Write(JsonText json, Report report)
    {
        var systems = report.Power;
        if (systems.IsEmpty)
        {
            return;
        }

        json.StartArray("power");
        foreach (var system in systems)
        {
            json.StartObject();
            json.Write("system", system.System.Id);
            json.Write("path", DisplayRoot.Join(report.DisplayRoot, system.Power.DescriptorFile.Document.Path));
            json.Write("provisioned_power_kw", system.Power.Provisioned.Value?.Kilowatts);
            json.Write("reason", system.Power.Provisioned.Reason);
            if (system.Power is { Computation: { } computation, DescriptorFile.Value: { } descriptor })
            {
                Write(json, descriptor, computation);
            }

            json.StartArray("points");
            foreach (var point in system.Points)
            {
                Write(json, report, point);
            }

            json.EndArray();
            json.EndObject();
        }

        json.EndArray();
    }

    private static void Write(JsonText json, PowerDescriptor descriptor, PowerComputation computation)
    {
        json.Write("cooling", descriptor.Cooling);
        json.Write("overhead_fraction", computation.OverheadFraction);
        json.Write("major_components_w", computation.MajorComponentsW);
        json.Write("other_components_w", computation.OtherComponentsW);
        json.Write("published_node_power_w", computation.PublishedW);
        json.Write("scale_out_switch_power_w", computation.ScaleOutSwitchesW);
        json.Write("total_system_power_w", computation.TotalW);
        json.Write("declared_power_w", computation.DeclaredW);
        json.Write("estimated", !computation.Estimates.IsEmpty);
        json.StartArray("estimates");
        foreach (var estimate in computation.Estimates)
        {
            json.StartObject();
            json.Write("field", estimate.Label);
            json.Write("section", estimate.Section);
            json.Write("filled_in", estimate.IsFilledIn);
            json.EndObject();
        }

        json.EndArray();
        Write(json, "problems", computation.Problems);
        Write(json, "gaps", computation.Gaps);
        Write(json, "warnings", computation.Warnings);
        json.StartArray("node_sets");
        foreach (var power in computation.NodeSets)
        {
            json.StartObject();
            json.Write("node_set_id", power.Set.Id);
            json.Write("system_node_ensemble_id", power.Set.EnsembleId);
            json.Write("nodes_provisioned", power.Set.NodesProvisioned);
            json.Write("power_method", power.Set.Method);
            json.Write("accelerators_per_node", power.AcceleratorsPerNode);
            json.Write("cpu_w", power.CpuW);
            json.Write("accelerator_w", power.AcceleratorW);
            json.Write("combined_cpu_accelerator_w", power.CombinedW);
            json.Write("scale_up_w", power.ScaleUpW);
            json.Write("node_w", power.NodeW);
            json.Write("nic_w", power.NicW);
            json.Write("major_components_w", power.MajorW);
            json.Write("published_node_power_w", power.PublishedW);
            json.Write("share_w", power.ShareW);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void Write(JsonText json, string name, ImmutableArray<PowerFinding> findings)
    {
        json.StartArray(name);
        foreach (var finding in findings)
        {
            json.StartObject();
            json.Write("reason_id", finding.Reason);
            json.Write("message", finding.Detail);
            json.Write("pointer", finding.Pointer);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void Write(JsonText json, Report report, PointPowerReport item)
    {
        var power = item.Power.Value;
        json.StartObject();
        json.Write("path", DisplayRoot.Join(report.DisplayRoot, item.Point.Path));
        json.Write("point_power_kw", power?.Kilowatts);
        json.Write("basis", power?.Describe());
        json.Write("reason", item.Power.Reason);
        json.Write("node_sets_w", power?.NodeSetsW);
        json.Write("scale_out_switches_w", power?.ScaleOutSwitchesW);
        json.Write("engaged_fraction", power?.EngagedFraction);
        json.Write("system_tps", item.Point.Summary.SystemTps);
        json.Write("system_tps_per_kw", item.SystemTpsPerKw);
        json.EndObject();
    }
}

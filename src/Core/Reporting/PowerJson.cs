using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Writes what was computed of power: the member <c>power</c> of the JSON report.</summary>
internal static class PowerJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        var systems = report.Power;
        if (systems.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("power"u8);
        foreach (var system in systems)
        {
            json.WriteStartObject();
            json.WriteString("system"u8, system.System.Id);
            json.WriteString("path"u8, DisplayRoot.Join(report.DisplayRoot, system.Power.DescriptorFile.Document.Path));
            WriteNumber(json, "provisioned_power_kw"u8, system.Power.Provisioned.Value?.Kilowatts);
            json.WriteString("reason"u8, system.Power.Provisioned.Reason);
            if (system.Power is { Computation: { } computation, DescriptorFile.Value: { } descriptor })
            {
                Write(json, descriptor, computation);
            }

            json.WriteStartArray("points"u8);
            foreach (var point in system.Points)
            {
                Write(json, report, point);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PowerDescriptor descriptor, PowerComputation computation)
    {
        json.WriteString("cooling"u8, descriptor.Cooling);
        WriteNumber(json, "overhead_fraction"u8, computation.OverheadFraction);
        WriteNumber(json, "major_components_w"u8, computation.MajorComponentsW);
        WriteNumber(json, "other_components_w"u8, computation.OtherComponentsW);
        WriteNumber(json, "published_node_power_w"u8, computation.PublishedW);
        WriteNumber(json, "scale_out_switch_power_w"u8, computation.ScaleOutSwitchesW);
        WriteNumber(json, "total_system_power_w"u8, computation.TotalW);
        WriteNumber(json, "declared_power_w"u8, computation.DeclaredW);
        json.WriteBoolean("estimated"u8, !computation.Estimates.IsEmpty);
        json.WriteStartArray("estimates"u8);
        foreach (var estimate in computation.Estimates)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, estimate.Label);
            json.WriteString("section"u8, estimate.Section);
            json.WriteBoolean("filled_in"u8, estimate.IsFilledIn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "problems"u8, computation.Problems);
        Write(json, "gaps"u8, computation.Gaps);
        Write(json, "warnings"u8, computation.Warnings);
        json.WriteStartArray("node_sets"u8);
        foreach (var power in computation.NodeSets)
        {
            json.WriteStartObject();
            WriteNumber(json, "node_set_id"u8, power.Set.Id);
            WriteNumber(json, "system_node_ensemble_id"u8, power.Set.EnsembleId);
            WriteNumber(json, "nodes_provisioned"u8, power.Set.NodesProvisioned);
            json.WriteString("power_method"u8, power.Set.Method);
            WriteNumber(json, "accelerators_per_node"u8, power.AcceleratorsPerNode);
            WriteNumber(json, "cpu_w"u8, power.CpuW);
            WriteNumber(json, "accelerator_w"u8, power.AcceleratorW);
            WriteNumber(json, "combined_cpu_accelerator_w"u8, power.CombinedW);
            WriteNumber(json, "scale_up_w"u8, power.ScaleUpW);
            WriteNumber(json, "node_w"u8, power.NodeW);
            WriteNumber(json, "nic_w"u8, power.NicW);
            WriteNumber(json, "major_components_w"u8, power.MajorW);
            WriteNumber(json, "published_node_power_w"u8, power.PublishedW);
            WriteNumber(json, "share_w"u8, power.ShareW);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<PowerFinding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("reason_id"u8, finding.Reason);
            json.WriteString("message"u8, finding.Detail);
            json.WriteString("pointer"u8, finding.Pointer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Report report, PointPowerReport item)
    {
        var power = item.Power.Value;
        json.WriteStartObject();
        json.WriteString("path"u8, DisplayRoot.Join(report.DisplayRoot, item.Point.Path));
        WriteNumber(json, "point_power_kw"u8, power?.Kilowatts);
        json.WriteString("basis"u8, power?.Describe());
        json.WriteString("reason"u8, item.Power.Reason);
        WriteNumber(json, "node_sets_w"u8, power?.NodeSetsW);
        WriteNumber(json, "scale_out_switches_w"u8, power?.ScaleOutSwitchesW);
        WriteNumber(json, "engaged_fraction"u8, power?.EngagedFraction);
        WriteNumber(json, "system_tps"u8, item.Point.Summary.SystemTps);
        WriteNumber(json, "system_tps_per_kw"u8, item.SystemTpsPerKw);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        // In the form that counts digits, as ever: the writer's own has an exponent from 1E+15 on.
        Span<byte> digits = stackalloc byte[32];
        if (value is { } number && double.IsFinite(number) && number.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(digits[..length], skipInputValidation: true);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, BigInteger? value)
    {
        if (value is { } number)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(number.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}

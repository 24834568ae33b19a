using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads <c>system_power.json</c>. The fields are asked for in the order in which their faults are reported.</summary>
public static class PowerDescriptorReader
{
    /// <summary>The key of a sourced value that does not state exactly one figure.</summary>
    public const string ValueCount = "value-count";

    /// <summary>The key of a default whose source is no subsection of Appendix D.</summary>
    public const string DefaultSource = "mlc-default-source";

    /// <summary>The key of any other source that is no URL.</summary>
    public const string SourceNotUrl = "source-not-url";

    /// <summary>Reads a power descriptor.</summary>
    /// <returns>The document, its faults, and the descriptor where there is no fault at all.</returns>
    public static FileReading<PowerDescriptor> Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Root is null)
        {
            return new(document, [], null);
        }

        var problems = new List<FieldProblem>();
        var descriptor = FieldReader.Open(document, problems) is { } fields ? Descriptor(fields) : null;
        return new(document, problems, problems.Count == 0 ? descriptor : null);
    }

    // Arguments are evaluated in the order written, so the initialisers below ask in the order of the book. What a refused field leaves empty is never seen.
    private static PowerDescriptor Descriptor(FieldReader fields) => new()
    {
        SystemDescriptionId = fields.Text("system_desc_id", Presence.Required, minLength: 1) ?? "",
        Cooling = fields.OneOf("cooling", Presence.Required, PowerCooling.All) ?? "",
        NodeSets = [.. (fields.Objects("node_sets", Presence.Required, minCount: 1) ?? []).Select(ReadNodeSet)],
        ScaleOut = fields.Object("scale_out", Presence.Required) is { } scaleOut ? ReadScaleOut(scaleOut) : new PowerScaleOut { IsPresent = false },
        Declared = ReadValue(fields, "declared_provisioned_power"),
        Computed = fields.Object("computed", Presence.Nullable) is { } computed ? ReadComputed(computed) : null,
        ProvisionedPowerKw = fields.Number("provisioned_power_kw", Presence.Nullable),
        SaysEstimated = fields.Boolean("mlc_estimated_power", Presence.Nullable),
        Notes = fields.Text("notes", Presence.Nullable),
    };

    private static PowerValue? ReadValue(FieldReader parent, string name)
    {
        if (parent.Object(name, Presence.Nullable) is not { } fields)
        {
            return null;
        }

        var value = new PowerValue
        {
            ValueW = fields.Number("value_w", Presence.Nullable, atLeast: 0),
            ValueKw = fields.Number("value_kw", Presence.Nullable, atLeast: 0),
            ValuePj = fields.Number("value_pj", Presence.Nullable, atLeast: 0),
            SourceType = fields.OneOf("source_type", Presence.Required, PowerSources.All) ?? "",
            Source = fields.Text("source", Presence.Required, minLength: 1) ?? "",
        };
        fields.RefuseUnknown();

        // The fields are held against one another only once each is sound by itself, and the first contradiction is enough.
        if (fields.HasProblems)
        {
            return null;
        }

        var figures = (value.ValueW is null ? 0 : 1) + (value.ValueKw is null ? 0 : 1) + (value.ValuePj is null ? 0 : 1);
        if (figures != 1)
        {
            fields.Refuse(ValueCount, null, "exactly one of value_w, value_kw and value_pj", figures == 0 ? "none" : $"{figures} of them");
        }
        else if (value.IsDefault)
        {
            if (!PowerSources.DefaultSections.Contains(value.Source))
            {
                fields.Refuse(DefaultSource, null, $"one of {string.Join(", ", PowerSources.DefaultSections)} as the source of a default", $"\"{value.Source}\"");
            }
        }
        else if (!PowerSources.UrlSchemes.Any(scheme => value.Source.StartsWith(scheme, StringComparison.Ordinal)))
        {
            fields.Refuse(SourceNotUrl, null, $"a source that begins with {string.Join(" or ", PowerSources.UrlSchemes)} for source_type {value.SourceType}", $"\"{value.Source}\"");
        }

        return value;
    }

    private static PowerNodeSet ReadNodeSet(FieldReader fields) => new()
    {
        Id = fields.Integer("node_set_id", Presence.Required) ?? 0,
        EnsembleId = fields.Integer("system_node_ensemble_id", Presence.Required) ?? 0,
        NodesProvisioned = fields.Integer("nodes_provisioned", Presence.Required, greaterThan: BigInteger.Zero) ?? 1,
        Method = fields.OneOf("power_method", Presence.Required, PowerMethods.OfNodeSets) ?? "",
        PublishedPower = ReadValue(fields, "published_power"),
        NodesInPublishedRack = fields.Integer("nodes_in_published_rack", Presence.Nullable),
        Components = fields.Object("components", Presence.Nullable) is { } components ? ReadComponents(components) : null,
    };

    private static PowerComponents ReadComponents(FieldReader fields) => new()
    {
        Cpu = fields.Object("cpu", Presence.Nullable) is { } cpu ? ReadProcessors(cpu, hasRating: false) : null,
        Accelerator = fields.Object("accelerator", Presence.Nullable) is { } accelerator ? ReadProcessors(accelerator, hasRating: true) : null,
        CombinedCpuAccelerator = ReadValue(fields, "combined_cpu_accelerator"),
        ScaleUpNetwork = fields.Object("scale_up_network", Presence.Nullable) is { } network ? ReadScaleUp(network) : null,
    };

    private static PowerProcessors ReadProcessors(FieldReader fields, bool hasRating)
    {
        var processors = new PowerProcessors
        {
            Model = fields.Text("model", Presence.Nullable),
            CountPerNode = fields.Integer("count_per_node", Presence.Required, atLeast: BigInteger.Zero) ?? 0,
            TdpPerUnit = ReadValue(fields, "tdp_per_unit"),
        };

        // A rating below the TDP is disclosed, of whatever form, and changes nothing.
        _ = hasRating ? fields.AnyMap("below_rated_tdp", Presence.Nullable) : null;
        return processors;
    }

    private static PowerScaleUpNetwork ReadScaleUp(FieldReader fields) => new()
    {
        Method = fields.OneOf("method", Presence.Required, PowerMethods.OfScaleUp) ?? "",
        SwitchCount = fields.Integer("switch_count", Presence.Nullable, atLeast: BigInteger.Zero),
        TdpPerSwitch = ReadValue(fields, "tdp_per_switch"),
        AggregateBandwidthTerabytesPerS = fields.Number("aggregate_bandwidth_tbps", Presence.Nullable, atLeast: 0),
        EnergyPerBit = ReadValue(fields, "energy_per_bit_pj"),
    };

    private static PowerScaleOut ReadScaleOut(FieldReader fields) => new()
    {
        IsPresent = fields.Boolean("present", Presence.Required) ?? false,
        Cabling = fields.OneOf("cabling", Presence.Nullable, PowerCabling.All),
        RequiredBandwidthTbps = fields.Number("required_bandwidth_tbps", Presence.Nullable, atLeast: 0),
        Nics = fields.Object("nics", Presence.Nullable) is { } nics ? ReadNics(nics) : null,
        Switches = fields.Objects("switches", Presence.Nullable) is { } switches ? [.. switches.Select(ReadSwitch)] : null,
    };

    private static PowerNics ReadNics(FieldReader fields) => new()
    {
        CountPerNode = fields.Integer("count_per_node", Presence.Required, atLeast: BigInteger.Zero) ?? 0,
        BandwidthPerNicGbps = fields.Number("bandwidth_per_nic_gbps", Presence.Required, atLeast: 0) ?? 0,
        IsCounted = fields.Boolean("counted", Presence.Required) ?? false,
        TdpPerNic = ReadValue(fields, "tdp_per_nic"),
        ExcludedFromPublishedPower = fields.Text("excluded_from_published_power", Presence.Nullable),
    };

    private static PowerSwitch ReadSwitch(FieldReader fields) => new()
    {
        Model = fields.Text("model", Presence.Required) ?? "",
        Count = fields.Integer("count", Presence.Required, greaterThan: BigInteger.Zero) ?? 1,
        BandwidthTbps = fields.Number("bandwidth_tbps", Presence.Required, atLeast: 0) ?? 0,
        PowerPerSwitch = ReadValue(fields, "power_per_switch"),
    };

    private static PowerStatedFigures ReadComputed(FieldReader fields) => new()
    {
        MajorComponentsW = fields.Number("major_components_w", Presence.Nullable),
        OverheadFraction = fields.Number("overhead_fraction", Presence.Nullable),
        OtherComponentsW = fields.Number("other_components_w", Presence.Nullable),
        PublishedNodePowerW = fields.Number("published_node_power_w", Presence.Nullable),
        ScaleOutSwitchPowerW = fields.Number("scale_out_switch_power_w", Presence.Nullable),
        TotalSystemPowerW = fields.Number("total_system_power_w", Presence.Nullable),
    };
}

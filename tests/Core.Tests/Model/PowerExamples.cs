using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

/// <summary>The worked examples of the rule book (rules 1.0 part 4 §8) as descriptors.</summary>
internal static class PowerExamples
{
    private const string Url = "https://vendor.example/spec";

    /// <summary>1: air, one node.</summary>
    public static PowerDescriptor Air { get; } = Descriptor(PowerCooling.Air, Sum(0, 1, new PowerComponents
    {
        Cpu = Processors(2, "Intel Xeon Platinum 8592+", Watts(350)),
        Accelerator = Processors(8, "NVIDIA H200 SXM", Watts(700)),
        ScaleUpNetwork = Estimate(7.2, Energy(5)),
    }));

    /// <summary>2: liquid, four nodes, NICs counted.</summary>
    public static PowerDescriptor Liquid { get; } = Descriptor(PowerCooling.Liquid, LiquidSet(0)) with
    {
        ScaleOut = Fabric(12.8, 51.2, counted: true, nic: Watts(25), switchPower: Watts(1100)),
    };

    /// <summary>3: a published set beside a share of a rack.</summary>
    public static PowerDescriptor Hetero { get; } = Descriptor(
        PowerCooling.Liquid,
        new PowerNodeSet { Id = 10, EnsembleId = 0, NodesProvisioned = 4, Method = PowerMethods.PublishedSystem, PublishedPower = Kilowatts(14.3) },
        RackShare(11, 1, 6, 132)) with
    {
        ScaleOut = Fabric(32, 51.2, counted: false, nic: null, switchPower: Watts(900)),
    };

    /// <summary>4: as 3 with 90 kW declared.</summary>
    public static PowerDescriptor Declared { get; } = Hetero with { Declared = Kilowatts(90) };

    /// <summary>5: a rack as one set, CPUs and accelerators by default.</summary>
    public static PowerDescriptor Defaulted { get; } = Descriptor(PowerCooling.Liquid, Sum(0, 1, new PowerComponents
    {
        Cpu = Processors(18, "AMD Venice 256-core", null),
        Accelerator = Processors(72, "MI455X", null),
        ScaleUpNetwork = Switches(6, 7000),
    }));

    /// <summary>6: as 3, but the first set by components and NICs counted.</summary>
    public static PowerDescriptor Mixed { get; } = Hetero with
    {
        NodeSets = [LiquidSet(10), RackShare(11, 1, 6, 132)],
        ScaleOut = Fabric(32, 51.2, counted: true, nic: Watts(25), switchPower: Watts(900)),
    };

    /// <summary>6b: as 6, with evidence that the published figure leaves the NICs out.</summary>
    public static PowerDescriptor MixedEvidenced { get; } = Mixed with
    {
        ScaleOut = Mixed.ScaleOut with { Nics = Mixed.ScaleOut.Nics! with { ExcludedFromPublishedPower = "data sheet, page 3" } },
    };

    /// <summary>7: air, ten nodes, everything by default, passive cabling.</summary>
    public static PowerDescriptor TenNodes { get; } = Descriptor(PowerCooling.Air, Sum(0, 10, new PowerComponents
    {
        Cpu = Processors(2, "Intel Xeon 6776P 64-core", null),
        Accelerator = Processors(8, "NVIDIA B300", null),
        ScaleUpNetwork = Estimate(14.4, new PowerValue { ValuePj = 5, SourceType = PowerSources.MlcDefault, Source = "D.1" }),
    })) with
    {
        ScaleOut = Fabric(32, 51.2, counted: true, nic: null, switchPower: null) with
        {
            Switches = [new PowerSwitch { Model = "NVIDIA Spectrum SN5610", Count = 2, BandwidthTbps = 51.2 }],
        },
    };

    /// <summary>7b: as 7 with active optical cabling.</summary>
    public static PowerDescriptor TenNodesOptical { get; } = TenNodes with { ScaleOut = TenNodes.ScaleOut with { Cabling = PowerCabling.ActiveOptical } };

    /// <summary>8: a share of a rack, no fabric.</summary>
    public static PowerDescriptor Rack { get; } = Descriptor(PowerCooling.Liquid, RackShare(0, 0, 6, 140));

    /// <summary>9: eighteen nodes with a scale-up switch each, no fabric.</summary>
    public static PowerDescriptor ScaleUp { get; } = Descriptor(PowerCooling.Liquid, Sum(0, 18, new PowerComponents
    {
        Cpu = Processors(2, null, Watts(350)),
        Accelerator = Processors(4, null, Watts(1200)),
        ScaleUpNetwork = Switches(1, 1000),
    }));

    /// <summary>What a system description says of accelerators and cores of one node type.</summary>
    public static PowerFacts Facts(BigInteger? cores = null) => new()
    {
        NodeTypes = [new NodeTypeFacts(0, CpuCores: cores)],
    };

    public static PowerValue Watts(double watts) => new() { ValueW = watts, SourceType = PowerSources.VendorSpec, Source = Url };

    public static PowerValue Kilowatts(double kilowatts) => new() { ValueKw = kilowatts, SourceType = PowerSources.VendorSpec, Source = Url };

    public static PowerValue Energy(double picojoules) => new() { ValuePj = picojoules, SourceType = PowerSources.Publication, Source = Url };

    public static PowerProcessors Processors(BigInteger count, string? model, PowerValue? tdp) => new() { CountPerNode = count, Model = model, TdpPerUnit = tdp };

    public static PowerScaleUpNetwork Estimate(double terabytesPerS, PowerValue? energy)
        => new() { Method = PowerMethods.BandwidthEstimate, AggregateBandwidthTerabytesPerS = terabytesPerS, EnergyPerBit = energy };

    public static PowerNodeSet Sum(BigInteger id, BigInteger nodes, PowerComponents? components)
        => new() { Id = id, EnsembleId = 0, NodesProvisioned = nodes, Method = PowerMethods.ComponentSum, Components = components };

    private static PowerScaleUpNetwork Switches(BigInteger count, double watts) => new() { Method = PowerMethods.DeclaredTdp, SwitchCount = count, TdpPerSwitch = Watts(watts) };

    private static PowerNodeSet LiquidSet(BigInteger id) => Sum(id, 4, new PowerComponents
    {
        Cpu = Processors(2, "AMD EPYC 9575F", Watts(400)),
        Accelerator = Processors(8, "AMD Instinct MI355X", Watts(1400)),
        ScaleUpNetwork = new PowerScaleUpNetwork { Method = PowerMethods.None },
    });

    private static PowerNodeSet RackShare(BigInteger id, BigInteger ensemble, BigInteger nodes, double rackKw) => new()
    {
        Id = id,
        EnsembleId = ensemble,
        NodesProvisioned = nodes,
        Method = PowerMethods.NodeScaling,
        NodesInPublishedRack = 18,
        PublishedPower = Kilowatts(rackKw),
    };

    private static PowerScaleOut Fabric(double requiredTbps, double switchTbps, bool counted, PowerValue? nic, PowerValue? switchPower) => new()
    {
        IsPresent = true,
        Cabling = PowerCabling.Passive,
        RequiredBandwidthTbps = requiredTbps,
        Nics = new PowerNics { CountPerNode = 8, BandwidthPerNicGbps = 400, IsCounted = counted, TdpPerNic = nic },
        Switches = [new PowerSwitch { Model = "Edgecore AIS800-64D", Count = 1, BandwidthTbps = switchTbps, PowerPerSwitch = switchPower }],
    };

    private static PowerDescriptor Descriptor(string cooling, params ImmutableArray<PowerNodeSet> sets) => new()
    {
        SystemDescriptionId = "example",
        Cooling = cooling,
        NodeSets = sets,
        ScaleOut = new PowerScaleOut { IsPresent = false },
    };
}

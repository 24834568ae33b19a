using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Computes the provisioned power of a system from its descriptor (policy §4.5.2, Appendix C).</summary>
/// <remarks>Doubles throughout, in the order of the rule book, sums from left to right; only the result is rounded.</remarks>
/// <example><code>
/// var computation = PowerCalculator.Compute(descriptor, PowerFacts.None);
/// Console.WriteLine($"{computation.MajorComponentsW} W + {computation.OtherComponentsW} W = {computation.ProvisionedKw} kW");
/// </code></example>
public static class PowerCalculator
{
    /// <summary>How far a bandwidth may lie from the one that it is held against, terabits a second.</summary>
    public const double BandwidthToleranceTbps = 1e-6;

    /// <summary>How far a stated figure may lie from the computed one, watts.</summary>
    public const double FigureToleranceW = 0.5;

    /// <summary>How far a stated overhead fraction may lie from that of the cooling.</summary>
    public const double OverheadTolerance = 1e-9;

    /// <summary>How far a stated provisioned power may lie from the computed one, kilowatts.</summary>
    public const double ProvisionedToleranceKw = 0.005;

    /// <summary>Decimals of provisioned power in kilowatts.</summary>
    public const int KilowattDecimals = 2;

    private const double WattsPerKilowatt = 1000;
    private const double GigabitsPerTerabit = 1000;

    /// <summary>Computes the power of a descriptor.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="facts">What the system description says of CPUs and accelerators.</param>
    /// <param name="defaults">Appendix D; what the policy says where null.</param>
    public static PowerComputation Compute(PowerDescriptor descriptor, PowerFacts facts, PowerDefaults? defaults = null)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(facts);
        return new Run(descriptor, facts, defaults ?? PowerDefaults.Default).Compute();
    }

    /// <summary>One computation: the figures and what was found on the way.</summary>
    private sealed class Run(PowerDescriptor descriptor, PowerFacts facts, PowerDefaults defaults)
    {
        private readonly List<PowerFinding> _problems = [];
        private readonly List<PowerFinding> _gaps = [];
        private readonly List<PowerFinding> _warnings = [];
        private readonly List<PowerEstimate> _estimates = [];

        private PowerScaleOut Fabric => descriptor.ScaleOut;

        public PowerComputation Compute()
        {
            CheckSets();
            var isFabricComplete = CheckFabric();

            var sets = CostSets();
            var nicW = CostNics();
            var switchesW = isFabricComplete ? CostSwitches() : 0;
            for (var index = 0; index < sets.Count; index++)
            {
                sets[index] = WithNics(sets[index], index, nicW);
            }


            var overhead = descriptor.OverheadFraction;
            double majorW = 0, publishedW = 0;
            foreach (var set in sets)
            {
                majorW += set.MajorW;
                publishedW += set.PublishedW;
            }

            var otherW = overhead * majorW;
            var totalW = majorW + otherW + publishedW + switchesW;
            var declaredW = Declared();
            var provisionedKw = PowerRounding.Round((declaredW ?? totalW) / WattsPerKilowatt, KilowattDecimals);

            var computation = new PowerComputation
            {
                OverheadFraction = overhead,
                NodeSets = [.. sets.Select(set => set with { ShareW = ((1 + overhead) * set.MajorW) + set.PublishedW })],
                MajorComponentsW = majorW,
                OtherComponentsW = otherW,
                PublishedW = publishedW,
                ScaleOutSwitchesW = switchesW,
                TotalW = totalW,
                DeclaredW = declaredW,
            };
            if (_problems.Count == 0 && _gaps.Count == 0)
            {
                Compare(computation, provisionedKw);
            }

            return computation with
            {
                ProvisionedKw = _problems.Count == 0 ? provisionedKw : null,
                Problems = [.. _problems],
                Gaps = [.. _gaps],
                Warnings = [.. _warnings],
                Estimates = [.. Estimates()],
            };
        }

        private void CheckSets()
        {
            var sets = descriptor.NodeSets;
            var ids = new HashSet<BigInteger>();
            for (var index = 0; index < sets.Length; index++)
            {
                if (!ids.Add(sets[index].Id))
                {
                    Problem("node-set-id-values", Text($"node_set_id {sets[index].Id} stands on more than one node set"), "Give every node set an id of its own.", $"/node_sets/{index}/node_set_id");
                    break;
                }
            }

            for (var index = 0; index < sets.Length; index++)
            {
                var set = sets[index];
                if (set.IsComponentSum && set.Components is null)
                {
                    Problem("component-sum-requires-components", $"{set.Label} is a component_sum without components", "List the components of one node, or state a published figure with its method.", $"/node_sets/{index}");
                }

                if (!set.IsComponentSum && set.PublishedPower is null)
                {
                    Problem("requires-published-power", $"{set.Label} uses {set.Method} but states no published_power", "State the published figure with its source, or list the components and use component_sum.", $"/node_sets/{index}");
                }

                if (set.IsNodeScaling && !IsRackLarger(set))
                {
                    Problem(
                        "node-scaling-requires-nodes",
                        Text($"{set.Label} scales a rack of {(set.NodesInPublishedRack is { } rack ? Text($"{rack} nodes") : "unknown size")} down to {set.NodesProvisioned} nodes, but the rack must hold more nodes than are provisioned"),
                        "State nodes_in_published_rack, or use published_system where the figure is that of one node.",
                        $"/node_sets/{index}/nodes_in_published_rack");
                }
            }
        }

        private static bool IsRackLarger(PowerNodeSet set) => set.NodesInPublishedRack is { } rack && rack > set.NodesProvisioned;

        // Answers whether there is a fabric of which everything is stated.
        private bool CheckFabric()
        {
            var nodes = BigInteger.Zero;
            foreach (var set in descriptor.NodeSets)
            {
                nodes += set.NodesProvisioned;
            }

            if (!Fabric.IsPresent)
            {
                CheckUnjoined(nodes);
                return false;
            }

            if (nodes.IsOne)
            {
                Warning("scale-out-present-true-2", "scale_out.present is true, but the system is a single node", "Set scale_out.present to false unless the node truly hangs on a fabric that counts.", "/scale_out/present");
            }

            var missing = new List<string>(4);
            Expect(Fabric.Cabling, "cabling");
            Expect(Fabric.RequiredBandwidthTbps, "required_bandwidth_tbps");
            Expect(Fabric.Nics, "nics");
            Expect(Fabric.Switches, "switches");
            if (missing.Count > 0)
            {
                Problem("scale-out-present-true", $"scale_out.present is true, but these are not stated: {string.Join(", ", missing)}", "State them all, or set scale_out.present to false where no fabric joins the nodes.", "/scale_out");
                return false;
            }

            CheckNics(Fabric.Nics!);
            CheckBandwidth(Fabric.Nics!, nodes);
            return true;

            void Expect(object? value, string name)
            {
                if (value is null)
                {
                    missing.Add(name);
                }
            }
        }

        private void CheckUnjoined(BigInteger nodes)
        {
            if (nodes <= BigInteger.One)
            {
                return;
            }

            // Components with a scale-up network, and published figures, may already hold what joins the nodes.
            var isUnjoined = descriptor.NodeSets.All(set => set is { IsComponentSum: true, Components.ScaleUpNetwork.Method: PowerMethods.None });
            if (isUnjoined)
            {
                Problem("scale-out-present-false", Text($"{nodes} nodes are provisioned, and neither a scale-out fabric nor a scale-up network joins them"), "Describe the fabric under scale_out, or the network under scale_up_network.", "/scale_out/present");
            }
            else
            {
                Warning("scale-out-present-false-2", Text($"{nodes} nodes are provisioned, and no scale-out fabric is stated"), "Describe the fabric under scale_out, or say in notes what joins the nodes.", "/scale_out/present");
            }
        }

        private void CheckNics(PowerNics nics)
        {
            var hasComponentSum = descriptor.NodeSets.Any(set => set.IsComponentSum);
            if (nics.IsCounted && !hasComponentSum && !nics.AreExcludedFromPublishedPower)
            {
                Problem(
                    "scale-out-nics-counted",
                    "scale_out.nics are counted beside published figures, with nothing to show that these leave them out",
                    "Set counted to false, or say in excluded_from_published_power where the published figure excludes them.",
                    "/scale_out/nics/counted");
            }

            if (!nics.IsCounted && hasComponentSum)
            {
                Problem("scale-out-nics-counted-2", "scale_out.nics are not counted, but a component_sum holds no NICs otherwise", "Set counted to true.", "/scale_out/nics/counted");
            }
        }

        private void CheckBandwidth(PowerNics nics, BigInteger nodes)
        {
            var required = Fabric.RequiredBandwidthTbps!.Value;
            var fromNics = Count(nodes * nics.CountPerNode, "the number of scale-out NICs", "/scale_out/nics/count_per_node") * nics.BandwidthPerNicGbps / GigabitsPerTerabit;
            var nicsText = Text($"{nodes} nodes with {nics.CountPerNode} NICs of {nics.BandwidthPerNicGbps} Gb/s give {fromNics} Tb/s");
            if (required < fromNics - BandwidthToleranceTbps)
            {
                Problem("scale-out-required-bandwidth", Text($"required_bandwidth_tbps is {required}, but {nicsText}"), "State the bandwidth that the NICs can load the fabric with.", "/scale_out/required_bandwidth_tbps");
            }
            else if (required > fromNics + BandwidthToleranceTbps)
            {
                Warning("scale-out-required-bandwidth-2", Text($"required_bandwidth_tbps is {required}, but {nicsText}"), "State the bandwidth that the NICs can load the fabric with, or explain the difference in notes.", "/scale_out/required_bandwidth_tbps");
            }

            double offered = 0;
            var switches = Fabric.Switches!.Value;
            for (var index = 0; index < switches.Length; index++)
            {
                offered += Count(switches[index].Count, $"scale_out.switches[{index}].count", $"/scale_out/switches/{index}/count") * switches[index].BandwidthTbps;
            }

            var wanted = fromNics > required ? fromNics : required;
            if (offered < wanted - BandwidthToleranceTbps)
            {
                Problem("scale-out-switches-offer", Text($"the scale-out switches offer {offered} Tb/s, but {wanted} Tb/s are required"), "List every switch of the fabric.", "/scale_out/switches");
            }
        }

        private List<NodeSetPower> CostSets()
        {
            var costed = new List<NodeSetPower>(descriptor.NodeSets.Length);
            for (var index = 0; index < descriptor.NodeSets.Length; index++)
            {
                var set = descriptor.NodeSets[index];
                var power = new NodeSetPower { Set = set, AcceleratorsPerNode = Accelerators(set) };
                costed.Add(set.IsComponentSum ? CostComponents(power, index) : CostPublished(power, index));
            }

            return costed;
        }

        private BigInteger? Accelerators(PowerNodeSet set)
            => set.Components?.Accelerator?.CountPerNode ?? facts.NodeType(set.EnsembleId)?.AcceleratorsPerNode;

        private NodeSetPower CostPublished(NodeSetPower power, int index)
        {
            var set = power.Set;
            if (set.PublishedPower is null || Watts(set.PublishedPower, null, "", $"{set.Label}.published_power", $"/node_sets/{index}/published_power") is not { } watts)
            {
                return power;
            }

            if (!set.IsNodeScaling)
            {
                return power with { PublishedW = Nodes(set, index) * watts };
            }

            return IsRackLarger(set) ? power with { PublishedW = watts * ExactRatio.Of(set.NodesProvisioned, set.NodesInPublishedRack!.Value) } : power;
        }

        private NodeSetPower CostComponents(NodeSetPower power, int index)
        {
            var set = power.Set;
            if (set.Components is not { } components)
            {
                return power;
            }

            var label = $"{set.Label}.components";
            var pointer = $"/node_sets/{index}/components";
            double? cpuW = 0, acceleratorW = 0, combinedW = 0;
            if (components.CombinedCpuAccelerator is { } combined)
            {
                if (components.Cpu?.TdpPerUnit is not null || components.Accelerator?.TdpPerUnit is not null)
                {
                    Problem("combined-cpu-accelerator-mutually", $"{label} has a combined_cpu_accelerator beside the TDP of a CPU or accelerator", "Leave one of the two out, so that nothing counts twice.", $"{pointer}/combined_cpu_accelerator");
                }

                combinedW = Watts(combined, null, "", $"{label}.combined_cpu_accelerator", $"{pointer}/combined_cpu_accelerator");
            }
            else if (components is { Cpu: { } cpu, Accelerator: { } accelerator })
            {
                var cores = facts.NodeType(set.EnsembleId)?.CpuCores;
                cpuW = Count(cpu.CountPerNode, $"{label}.cpu.count_per_node", $"{pointer}/cpu/count_per_node")
                    * Watts(cpu.TdpPerUnit, defaults.CpuW(cpu.Model, cores), PowerDefaults.CpuSection, $"{label}.cpu.tdp_per_unit", $"{pointer}/cpu/tdp_per_unit");
                acceleratorW = Count(accelerator.CountPerNode, $"{label}.accelerator.count_per_node", $"{pointer}/accelerator/count_per_node")
                    * Watts(accelerator.TdpPerUnit, defaults.AcceleratorW(accelerator.Model), PowerDefaults.AcceleratorSection, $"{label}.accelerator.tdp_per_unit", $"{pointer}/accelerator/tdp_per_unit");
            }
            else
            {
                Problem("needs-cpu-accelerator-combined", $"{label} needs both cpu and accelerator, or combined_cpu_accelerator", "Add what is missing; a node without accelerators states count_per_node 0.", pointer);
                return power;
            }

            if (components.ScaleUpNetwork is not { } network)
            {
                Problem("scale-up-network-required", $"{label} has no scale_up_network", "Describe it, or state method none where the node has none.", pointer);
                return power;
            }

            var scaleUpW = CostScaleUp(network, $"{label}.scale_up_network", $"{pointer}/scale_up_network");
            var processorsW = components.CombinedCpuAccelerator is null ? cpuW + acceleratorW : combinedW;
            power = power with { CpuW = cpuW ?? 0, AcceleratorW = acceleratorW ?? 0, CombinedW = combinedW ?? 0, ScaleUpW = scaleUpW ?? 0 };
            return processorsW + scaleUpW is { } nodeW ? power with { NodeW = nodeW, MajorW = Nodes(set, index) * nodeW } : power;
        }

        private double? CostScaleUp(PowerScaleUpNetwork network, string label, string pointer)
        {
            switch (network.Method)
            {
                case PowerMethods.DeclaredTdp when network.SwitchCount is null:
                    Problem("declared-tdp-requires-switch", $"{label} uses declared_tdp without switch_count", "State how many scale-up switches there are for one node.", pointer);
                    return null;
                case PowerMethods.DeclaredTdp:
                    return Count(network.SwitchCount.Value, $"{label}.switch_count", $"{pointer}/switch_count")
                        * Watts(network.TdpPerSwitch, null, "", $"{label}.tdp_per_switch", $"{pointer}/tdp_per_switch");
                case PowerMethods.BandwidthEstimate when network.AggregateBandwidthTerabytesPerS is null:
                    Problem("bandwidth-estimate-requires-aggregate", $"{label} uses bandwidth_estimate without aggregate_bandwidth_tbps", "State the aggregate bandwidth of one node, in terabytes a second.", pointer);
                    return null;
                case PowerMethods.BandwidthEstimate:
                    const double bitsPerByte = 8.0;
                    return network.AggregateBandwidthTerabytesPerS.Value * bitsPerByte * EnergyPj(network.EnergyPerBit, $"{label}.energy_per_bit_pj", $"{pointer}/energy_per_bit_pj");
                default:
                    return 0;
            }
        }

        private double? EnergyPj(PowerValue? value, string label, string pointer)
        {
            switch (value)
            {
                case null:
                    Gap("energy-per-bit-pj", $"{label} is not given, and no default can be chosen", "State the energy per bit in value_pj with its source, or name Appendix D.1 as its source.", pointer);
                    return null;
                case { ValuePj: { } energyPj }:
                    NoteIfDefault(value, label, pointer);
                    return energyPj;
                default:
                    Problem("energy-per-bit-pj-2", $"{label} is a power, but an energy per bit is expected", "State it in value_pj.", pointer);
                    return null;
            }
        }

        private double? CostNics()
        {
            if (Fabric is not { IsPresent: true, Nics: { IsCounted: true } nics })
            {
                return 0;
            }

            return Count(nics.CountPerNode, "scale_out.nics.count_per_node", "/scale_out/nics/count_per_node")
                * Watts(nics.TdpPerNic, defaults.ScaleOutNicW, PowerDefaults.ScaleOutSection, "scale_out.nics.tdp_per_nic", "/scale_out/nics/tdp_per_nic");
        }

        private NodeSetPower WithNics(NodeSetPower power, int index, double? nicW)
        {
            var carries = Fabric is { IsPresent: true, Nics: { IsCounted: true } nics } && (power.Set.IsComponentSum || nics.AreExcludedFromPublishedPower);
            return carries && nicW is { } watts
                ? power with { NicW = watts, MajorW = power.MajorW + (Nodes(power.Set, index) * watts) }
                : power;
        }

        private double CostSwitches()
        {
            double sum = 0;
            var switches = Fabric.Switches!.Value;
            for (var index = 0; index < switches.Length; index++)
            {
                var item = switches[index];
                var label = $"scale_out.switches[{index}]";
                var pointer = $"/scale_out/switches/{index}";
                if (Watts(item.PowerPerSwitch, defaults.SwitchW(item.Model, Fabric.Cabling), PowerDefaults.ScaleOutSection, $"{label}.power_per_switch", $"{pointer}/power_per_switch") is { } watts)
                {
                    // A count that no double can hold was noted with the bandwidth.
                    sum += NodeValues.ToDouble(item.Count) * watts;
                }
            }

            return sum;
        }

        private double? Declared()
        {
            if (descriptor.Declared is { Watts: null })
            {
                Problem("declared-provisioned-power-give", "declared_provisioned_power is an energy, but a power is expected", "State it in value_kw.", "/declared_provisioned_power");
            }

            if (descriptor.Declared is null)
            {
                _problems.AddRange(_gaps);
            }

            return descriptor.Declared?.Watts;
        }

        private List<PowerEstimate> Estimates() => descriptor.Declared switch
        {
            null => _estimates,
            { IsDefault: true, Source: var section } => [new PowerEstimate("declared_provisioned_power", section, IsFilledIn: false, "/declared_provisioned_power")],
            _ => [],
        };

        private void Compare(PowerComputation ours, double provisionedKw)
        {
            var theirs = descriptor.Computed ?? new PowerStatedFigures();
            CompareWatts("major_components_w", theirs.MajorComponentsW, ours.MajorComponentsW);
            CompareWatts("other_components_w", theirs.OtherComponentsW, ours.OtherComponentsW);
            CompareWatts("published_node_power_w", theirs.PublishedNodePowerW, ours.PublishedW);
            CompareWatts("scale_out_switch_power_w", theirs.ScaleOutSwitchPowerW, ours.ScaleOutSwitchesW);
            CompareWatts("total_system_power_w", theirs.TotalSystemPowerW, ours.TotalW);
            if (theirs.OverheadFraction is { } overhead && Math.Abs(overhead - ours.OverheadFraction) > OverheadTolerance)
            {
                Problem(
                    "computed-overhead-fraction-cooling",
                    Text($"computed.overhead_fraction is {overhead}, but {descriptor.Cooling} cooling means {ours.OverheadFraction}"),
                    "Correct the fraction or the cooling, and compute again.",
                    "/computed/overhead_fraction");
            }

            if (descriptor.ProvisionedPowerKw is { } statedKw && Math.Abs(statedKw - provisionedKw) > ProvisionedToleranceKw)
            {
                Problem("provisioned-power-kw-recomputed", Text($"provisioned_power_kw is {statedKw}, but {provisionedKw} kW are computed"), "State the computed figure, or leave it out.", "/provisioned_power_kw");
            }
        }

        private void CompareWatts(string name, double? statedW, double computedW)
        {
            if (statedW is { } watts && Math.Abs(watts - computedW) > FigureToleranceW)
            {
                Problem("computed-recomputed", Text($"computed.{name} is {watts} W, but {computedW} W are computed"), "State the computed figure, or leave it out.", $"/computed/{name}");
            }
        }

        // The watts of a value: given, or the default; null where there is neither or the value is an energy.
        private double? Watts(PowerValue? value, double? defaultW, string defaultSection, string label, string pointer)
        {
            if (value is null)
            {
                if (defaultW is null)
                {
                    Gap("absent-appendix-d-has", $"{label} is not given, and Appendix D has no default for it", "State the figure with its source.", pointer);
                }
                else
                {
                    _estimates.Add(new PowerEstimate(label, defaultSection, IsFilledIn: true, pointer));
                }

                return defaultW;
            }

            if (value.Watts is null)
            {
                Problem("energy-figure-give-value", $"{label} is an energy, but a power is expected", "State it in value_w or value_kw.", pointer);
                return null;
            }

            NoteIfDefault(value, label, pointer);
            return value.Watts;
        }

        private void NoteIfDefault(PowerValue value, string label, string pointer)
        {
            if (value.IsDefault)
            {
                _estimates.Add(new PowerEstimate(label, value.Source, IsFilledIn: false, pointer));
            }
        }

        private double Nodes(PowerNodeSet set, int index) => Count(set.NodesProvisioned, $"{set.Label}.nodes_provisioned", $"/node_sets/{index}/nodes_provisioned");

        // NaN for a count beyond the range of doubles: whatever is computed from it disagrees with nothing, as the count alone rejects the descriptor.
        private double Count(BigInteger count, string label, string pointer)
        {
            var number = NodeValues.ToDouble(count);
            if (double.IsFinite(number))
            {
                return number;
            }

            if (!_problems.Exists(known => string.Equals(known.Pointer, pointer, StringComparison.Ordinal)))
            {
                Problem("count-out-of-range", $"{label} is too large to compute with", "State the true number.", pointer);
            }

            return double.NaN;
        }

        private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

        private void Problem(string reason, string detail, string remedy, string pointer) => _problems.Add(new PowerFinding(reason, detail, remedy, pointer));

        private void Gap(string reason, string detail, string remedy, string pointer) => _gaps.Add(new PowerFinding(reason, detail, remedy, pointer));

        private void Warning(string reason, string detail, string remedy, string pointer) => _warnings.Add(new PowerFinding(reason, detail, remedy, pointer));
    }
}

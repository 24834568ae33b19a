using System.Numerics;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

/// <summary>The computation of provisioned power, figure by figure, on the worked examples of the rule book, and every problem that it can find.</summary>
public sealed class PowerCalculatorTests
{
    private static readonly BigInteger Huge = BigInteger.Pow(10, 400);

    private static IEnumerable<TestCaseData> Examples()
    {
        // Descriptor, then M, O, P, S, total in watts, kilowatts, and the shares of the sets.
        yield return Example("1", PowerExamples.Air, 6588, 3294, 0, 0, 9882, 9.88, 9882);
        yield return Example("2", PowerExamples.Liquid, 48800, 14640, 0, 1100, 64540, 64.54, 63440);
        yield return Example("3", PowerExamples.Hetero, 0, 0, 101200, 900, 102100, 102.1, 57200, 44000);
        yield return Example("4", PowerExamples.Declared, 0, 0, 101200, 900, 102100, 90.0, 57200, 44000);
        yield return Example("5", PowerExamples.Defaulted, 231000, 69300, 0, 0, 300300, 300.3, 300300);
        yield return Example("6", PowerExamples.Mixed, 48800, 14640, 44000, 900, 108340, 108.34, 63440, 44000);
        yield return Example("6b", PowerExamples.MixedEvidenced, 50000, 15000, 44000, 900, 109900, 109.9, 63440, 45560);
        yield return Example("7", PowerExamples.TenNodes, 106760, 53380, 0, 1800, 161940, 161.94, 160140);
        yield return Example("7b", PowerExamples.TenNodesOptical, 106760, 53380, 0, 4160, 164300, 164.3, 160140);
        yield return Example("8", PowerExamples.Rack, 0, 0, 46666.666666666664, 0, 46666.666666666664, 46.67, 46666.666666666664);
        yield return Example("9", PowerExamples.ScaleUp, 117000, 35100, 0, 0, 152100, 152.1, 152100);

        static TestCaseData Example(string name, PowerDescriptor descriptor, double major, double other, double published, double switches, double total, double kilowatts, params double[] shares)
            => new TestCaseData(descriptor, new[] { major, other, published, switches, total }, kilowatts, shares).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Examples))]
    public void Computes_every_figure_of_an_example(PowerDescriptor descriptor, double[] figuresW, double kilowatts, double[] sharesW)
    {
        var power = PowerCalculator.Compute(descriptor, PowerExamples.Facts());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(power.Problems, Is.Empty);
            Assert.That(new[] { power.MajorComponentsW, power.OtherComponentsW, power.PublishedW, power.ScaleOutSwitchesW, power.TotalW }, Is.EqualTo(figuresW));
            Assert.That(power.ProvisionedKw, Is.EqualTo(kilowatts));
            Assert.That(power.NodeSets.Select(set => set.ShareW), Is.EqualTo(sharesW));
        }
    }

    [Test]
    public void Names_the_parts_of_a_node()
    {
        var set = PowerCalculator.Compute(PowerExamples.Air, PowerExamples.Facts()).NodeSets.Single();

        Assert.That(new[] { set.CpuW, set.AcceleratorW, set.ScaleUpW, set.NodeW }, Is.EqualTo(new[] { 700.0, 5600, 288, 6588 }));
    }

    [Test]
    public void Adds_the_nics_of_a_node_to_its_major_components()
    {
        var set = PowerCalculator.Compute(PowerExamples.Liquid, PowerExamples.Facts()).NodeSets.Single();

        Assert.That(new[] { set.NodeW, set.NicW, set.MajorW }, Is.EqualTo(new[] { 12000.0, 200, 48800 }));
    }

    [Test]
    public void Takes_the_cores_from_the_description_before_the_name()
    {
        var power = PowerCalculator.Compute(PowerExamples.Defaulted, PowerExamples.Facts(cores: 48));

        Assert.That((power.MajorComponentsW, power.OtherComponentsW, power.ProvisionedKw), Is.EqualTo((228300.0, 68490.0, 296.79)));
    }

    [Test]
    public void Lists_the_defaults_that_an_example_rests_on()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Estimates(PowerExamples.Defaulted), Is.EqualTo(new[]
            {
                "node_sets[0].components.cpu.tdp_per_unit (D.2, filled in)", "node_sets[0].components.accelerator.tdp_per_unit (D.3, filled in)",
            }));
            Assert.That(Estimates(PowerExamples.TenNodes), Is.EqualTo(new[]
            {
                "node_sets[0].components.cpu.tdp_per_unit (D.2, filled in)", "node_sets[0].components.accelerator.tdp_per_unit (D.3, filled in)",
                "node_sets[0].components.scale_up_network.energy_per_bit_pj (D.1, supplied)", "scale_out.nics.tdp_per_nic (D.4, filled in)",
                "scale_out.switches[0].power_per_switch (D.4, filled in)",
            }));
            foreach (var sourced in (PowerDescriptor[])[PowerExamples.Air, PowerExamples.Liquid, PowerExamples.Hetero, PowerExamples.Declared, PowerExamples.Mixed, PowerExamples.Rack, PowerExamples.ScaleUp])
            {
                Assert.That(Estimates(sourced), Is.Empty);
            }
        }
    }

    [Test]
    public void Under_a_declared_figure_only_its_own_source_makes_an_estimate()
    {
        var declared = PowerExamples.Kilowatts(300);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Estimates(PowerExamples.Defaulted with { Declared = declared }), Is.Empty);
            Assert.That(
                Estimates(PowerExamples.Defaulted with { Declared = declared with { SourceType = PowerSources.MlcDefault, Source = "D.3" } }),
                Is.EqualTo(new[] { "declared_provisioned_power (D.3, supplied)" }));
        }
    }

    [Test]
    public void Warns_of_nodes_that_no_fabric_joins()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Warnings(PowerExamples.Rack), Is.EqualTo(new[] { "scale-out-present-false-2" }));
            Assert.That(Warnings(PowerExamples.ScaleUp), Is.EqualTo(new[] { "scale-out-present-false-2" }));
            Assert.That(Warnings(PowerExamples.Air), Is.Empty);
            Assert.That(Warnings(PowerExamples.Liquid), Is.Empty);
        }
    }

    [Test]
    public void A_missing_figure_without_default_is_a_gap_and_rejects()
    {
        var power = PowerCalculator.Compute(WithoutAcceleratorTdp, PowerExamples.Facts());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(power.Problems.Select(problem => problem.Reason), Is.EqualTo(new[] { "absent-appendix-d-has" }));
            Assert.That(power.Problems[0].Detail, Does.StartWith("node_sets[0].components.accelerator.tdp_per_unit "));
            Assert.That(power.Problems[0].Pointer, Is.EqualTo("/node_sets/0/components/accelerator/tdp_per_unit"));
            Assert.That(power.MajorComponentsW, Is.Zero, "one part that cannot be costed takes the whole node");
            Assert.That(power.ProvisionedKw, Is.Null);
        }
    }

    [Test]
    public void A_declared_figure_covers_gaps_and_silences_the_comparison()
    {
        var power = PowerCalculator.Compute(WithoutAcceleratorTdp with { Declared = PowerExamples.Kilowatts(9.5), ProvisionedPowerKw = 1 }, PowerExamples.Facts());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(power.Problems, Is.Empty);
            Assert.That(power.Gaps, Has.Length.EqualTo(1));
            Assert.That(power.ProvisionedKw, Is.EqualTo(9.5));
        }
    }

    [Test]
    public void Collects_problems_in_the_order_of_the_book()
    {
        var descriptor = PowerExamples.Liquid with
        {
            NodeSets = [WithComponents(PowerExamples.Liquid, components => components with { Cpu = null })],
            ScaleOut = PowerExamples.Liquid.ScaleOut with
            {
                RequiredBandwidthTbps = 8,
                Nics = PowerExamples.Liquid.ScaleOut.Nics! with { IsCounted = false },
                Switches = [PowerExamples.Liquid.ScaleOut.Switches!.Value[0] with { BandwidthTbps = 10 }],
            },
        };

        Assert.That(Problems(descriptor), Is.EqualTo(new[] { "scale-out-nics-counted-2", "scale-out-required-bandwidth", "scale-out-switches-offer", "needs-cpu-accelerator-combined" }));
    }

    [Test]
    public void Two_sets_of_one_id_are_a_problem()
    {
        var descriptor = PowerExamples.Air with { NodeSets = [.. PowerExamples.Air.NodeSets, .. PowerExamples.Air.NodeSets] };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Problems(descriptor), Is.EqualTo(new[] { "node-set-id-values" }));
            Assert.That(Warnings(descriptor), Is.EqualTo(new[] { "scale-out-present-false-2" }));
        }
    }

    private static IEnumerable<TestCaseData> SingleProblems()
    {
        var (air, liquid, hetero) = (PowerExamples.Air, PowerExamples.Liquid, PowerExamples.Hetero);
        yield return Case("component-sum-requires-components", air with { NodeSets = [air.NodeSets[0] with { Components = null }] });
        yield return Case("requires-published-power", hetero with { NodeSets = [hetero.NodeSets[0] with { PublishedPower = null }, hetero.NodeSets[1]] });
        yield return Case("node-scaling-requires-nodes", hetero with { NodeSets = [hetero.NodeSets[0], hetero.NodeSets[1] with { NodesInPublishedRack = 6 }] });
        yield return Case("node-scaling-requires-nodes", hetero with { NodeSets = [hetero.NodeSets[0], hetero.NodeSets[1] with { NodesInPublishedRack = null }] });
        yield return Case("scale-out-present-false", liquid with { ScaleOut = new PowerScaleOut { IsPresent = false } });
        yield return Case("scale-out-present-true", liquid with { ScaleOut = new PowerScaleOut { IsPresent = true } });
        yield return Case("scale-out-nics-counted", hetero with { ScaleOut = hetero.ScaleOut with { Nics = hetero.ScaleOut.Nics! with { IsCounted = true } } });
        yield return Case("energy-figure-give-value", WithAir(components => components with { Accelerator = components.Accelerator! with { TdpPerUnit = PowerExamples.Energy(5) } }));
        yield return Case("combined-cpu-accelerator-mutually", WithAir(components => components with { CombinedCpuAccelerator = PowerExamples.Watts(6300) }));
        yield return Case("needs-cpu-accelerator-combined", WithAir(components => components with { Accelerator = null, ScaleUpNetwork = null }));
        yield return Case("scale-up-network-required", WithAir(components => components with { ScaleUpNetwork = null }));
        yield return Case("declared-tdp-requires-switch", WithScaleUp(new PowerScaleUpNetwork { Method = PowerMethods.DeclaredTdp, TdpPerSwitch = PowerExamples.Watts(1) }));
        yield return Case("bandwidth-estimate-requires-aggregate", WithScaleUp(new PowerScaleUpNetwork { Method = PowerMethods.BandwidthEstimate, EnergyPerBit = PowerExamples.Energy(5) }));
        yield return Case("energy-per-bit-pj", WithScaleUp(PowerExamples.Estimate(1, null)));
        yield return Case("energy-per-bit-pj-2", WithScaleUp(PowerExamples.Estimate(1, PowerExamples.Watts(5))));
        yield return Case("declared-provisioned-power-give", air with { Declared = PowerExamples.Energy(5) });
        yield return Case("count-out-of-range", air with { NodeSets = [air.NodeSets[0] with { NodesProvisioned = Huge, Id = 1 }] });
        yield return Case("count-out-of-range", WithAir(components => components with { Cpu = components.Cpu! with { CountPerNode = Huge } }));

        static TestCaseData Case(string reason, PowerDescriptor descriptor) => new TestCaseData(descriptor).Returns(new[] { reason }).SetArgDisplayNames(reason);
    }

    [TestCaseSource(nameof(SingleProblems))]
    public string[] Finds_one_problem(PowerDescriptor descriptor) => [.. Problems(descriptor)];

    [TestCase(12.8, ExpectedResult = "")]
    [TestCase(12.8000005, ExpectedResult = "")]
    [TestCase(12.799998, ExpectedResult = "problem scale-out-required-bandwidth")]
    [TestCase(12.800002, ExpectedResult = "warning scale-out-required-bandwidth-2")]
    public string Holds_the_required_bandwidth_against_the_nics(double requiredTbps)
        => Findings(PowerExamples.Liquid with { ScaleOut = PowerExamples.Liquid.ScaleOut with { RequiredBandwidthTbps = requiredTbps } });

    [TestCase(12.8, ExpectedResult = "")]
    [TestCase(12.7999995, ExpectedResult = "")]
    [TestCase(12.799998, ExpectedResult = "problem scale-out-switches-offer")]
    public string Holds_the_switches_against_the_bandwidth(double offeredTbps)
        => Findings(PowerExamples.Liquid with { ScaleOut = PowerExamples.Liquid.ScaleOut with { Switches = [PowerExamples.Liquid.ScaleOut.Switches!.Value[0] with { BandwidthTbps = offeredTbps }] } });

    [TestCase(9882.5, ExpectedResult = "")]
    [TestCase(9881.5, ExpectedResult = "")]
    [TestCase(9882.51, ExpectedResult = "problem computed-recomputed")]
    [TestCase(double.NaN, ExpectedResult = "")]
    public string Holds_a_stated_figure_against_ours(double totalW)
        => Findings(PowerExamples.Air with { Computed = new PowerStatedFigures { TotalSystemPowerW = totalW } });

    [TestCase(0.5000000005, ExpectedResult = "")]
    [TestCase(0.500000002, ExpectedResult = "problem computed-overhead-fraction-cooling")]
    public string Holds_a_stated_fraction_against_the_cooling(double fraction)
        => Findings(PowerExamples.Air with { Computed = new PowerStatedFigures { OverheadFraction = fraction } });

    [TestCase(9.8849, ExpectedResult = "")]
    [TestCase(9.8751, ExpectedResult = "")]
    [TestCase(9.8749, ExpectedResult = "problem provisioned-power-kw-recomputed")]
    [TestCase(9.8851, ExpectedResult = "problem provisioned-power-kw-recomputed")]
    public string Holds_a_stated_result_against_the_rounded_one(double kilowatts) => Findings(PowerExamples.Air with { ProvisionedPowerKw = kilowatts });

    [Test]
    public void Compares_the_sum_also_under_a_declared_figure()
        => Assert.That(
            Findings(PowerExamples.Air with { Declared = PowerExamples.Kilowatts(9.5), ProvisionedPowerKw = 9.5, Computed = new PowerStatedFigures { TotalSystemPowerW = 9500 } }),
            Is.EqualTo("problem computed-recomputed"));

    [Test]
    public void Infinite_and_undefined_power_disagree_with_nothing()
    {
        var infinite = WithAir(components => components with { Accelerator = components.Accelerator! with { TdpPerUnit = PowerExamples.Watts(double.PositiveInfinity) } });
        var undefined = WithAir(components => components with { Accelerator = components.Accelerator! with { CountPerNode = 0, TdpPerUnit = PowerExamples.Watts(double.PositiveInfinity) } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PowerCalculator.Compute(infinite, PowerFacts.None).ProvisionedKw, Is.EqualTo(double.PositiveInfinity));
            Assert.That(PowerCalculator.Compute(undefined with { ProvisionedPowerKw = 3, Computed = new PowerStatedFigures { TotalSystemPowerW = 1 } }, PowerFacts.None).ProvisionedKw, Is.NaN);
        }
    }

    [Test]
    public void Without_a_fabric_the_rest_of_it_costs_nothing()
    {
        var descriptor = PowerExamples.Air with { ScaleOut = PowerExamples.Liquid.ScaleOut with { IsPresent = false } };

        Assert.That(PowerCalculator.Compute(descriptor, PowerFacts.None).TotalW, Is.EqualTo(9882));
    }

    [Test]
    public void Components_beside_a_published_figure_are_never_costed_but_tell_the_accelerators()
    {
        var hetero = PowerExamples.Hetero;
        var descriptor = hetero with { NodeSets = [hetero.NodeSets[0] with { Components = new PowerComponents { Accelerator = PowerExamples.Processors(16, "unknown", null) } }, hetero.NodeSets[1]] };
        var power = PowerCalculator.Compute(descriptor, PowerFacts.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(power.Problems, Is.Empty);
            Assert.That(power.ProvisionedKw, Is.EqualTo(102.1));
            Assert.That(power.NodeSets.Select(set => set.AcceleratorsPerNode), Is.EqualTo(new BigInteger?[] { 16, null }));
        }
    }

    private static PowerDescriptor WithoutAcceleratorTdp => WithAir(components => components with { Accelerator = components.Accelerator! with { TdpPerUnit = null } });

    private static PowerDescriptor WithAir(Func<PowerComponents, PowerComponents> change) => PowerExamples.Air with { NodeSets = [WithComponents(PowerExamples.Air, change)] };

    private static PowerDescriptor WithScaleUp(PowerScaleUpNetwork network) => WithAir(components => components with { ScaleUpNetwork = network });

    private static PowerNodeSet WithComponents(PowerDescriptor descriptor, Func<PowerComponents, PowerComponents> change)
        => descriptor.NodeSets[0] with { Components = change(descriptor.NodeSets[0].Components!) };

    private static IEnumerable<string> Problems(PowerDescriptor descriptor) => PowerCalculator.Compute(descriptor, PowerExamples.Facts()).Problems.Select(problem => problem.Reason);

    private static IEnumerable<string> Warnings(PowerDescriptor descriptor) => PowerCalculator.Compute(descriptor, PowerExamples.Facts()).Warnings.Select(warning => warning.Reason);

    private static IEnumerable<string> Estimates(PowerDescriptor descriptor) => PowerCalculator.Compute(descriptor, PowerExamples.Facts()).Estimates.Select(estimate => estimate.ToString());

    private static string Findings(PowerDescriptor descriptor)
        => string.Join(", ", Problems(descriptor).Select(reason => $"problem {reason}").Concat(Warnings(descriptor).Select(reason => $"warning {reason}")));
}

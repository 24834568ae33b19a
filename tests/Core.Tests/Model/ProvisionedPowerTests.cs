using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

/// <summary>The power of engaged nodes, on the worked examples of the rule book.</summary>
public sealed class ProvisionedPowerTests
{
    private static readonly Dictionary<string, PowerDescriptor> Examples = new(StringComparer.Ordinal)
    {
        ["1"] = PowerExamples.Air,
        ["2"] = PowerExamples.Liquid,
        ["3"] = PowerExamples.Hetero,
        ["4"] = PowerExamples.Declared,
        ["6"] = PowerExamples.Mixed,
        ["6b"] = PowerExamples.MixedEvidenced,
        ["7"] = PowerExamples.TenNodes,
        ["8"] = PowerExamples.Rack,
        ["9"] = PowerExamples.ScaleUp,
    };

    [TestCase("1", "0:1", 9.88)]
    [TestCase("2", "0:4", 64.54)]
    [TestCase("4", "0:4 1:4", 90.0)]
    [TestCase("4", "0:3 1:6", 90.0)]
    [TestCase("4", "0:3 1:3", 67.5)]
    [TestCase("4", "0:1 1:1", 22.5)]
    public void Scales_what_is_whole_or_declared(string example, string used, double kilowatts) => Assert.That(PowerOf(example, used).Kilowatts, Is.EqualTo(kilowatts));

    [TestCase("2", "0:3", 47580, 825, 48.41)]
    [TestCase("2", "0:2", 31720, 550, 32.27)]
    [TestCase("2", "0:1", 15860, 275, 16.14)]
    [TestCase("3", "0:4 1:4", 57200 + 29333.333333333332, 720, 87.25)]
    [TestCase("3", "1:1", 57200 + 7333.333333333333, 450, 64.98)]
    [TestCase("3", "0:1 1:1", 14300 + 7333.333333333333, 180, 21.81)]
    [TestCase("3", "0:3 1:6", 42900 + 44000, 810, 87.71)]
    [TestCase("6", "0:4 1:4", 63440 + 29333.333333333332, 720, 93.49)]
    [TestCase("6", "0:2 1:3", 31720 + 22000, 450, 54.17)]
    [TestCase("6b", "0:2 1:3", 31720 + 22780, 450, 54.95)]
    [TestCase("7", "0:5", 80070, 900, 80.97)]
    [TestCase("7", "0:1", 16014, 180, 16.19)]
    [TestCase("8", "0:5", 38888.888888888883, 0, 38.89)]
    [TestCase("8", "0:2", 15555.555555555555, 0, 15.56)]
    [TestCase("8", "0:1", 7777.7777777777774, 0, 7.78)]
    [TestCase("9", "0:17", 143650, 0, 143.65)]
    [TestCase("9", "0:16", 135200, 0, 135.2)]
    [TestCase("9", "0:4", 33800, 0, 33.8)]
    public void Sums_the_engaged_nodes_and_their_share_of_the_switches(string example, string used, double setsW, double switchesW, double kilowatts)
    {
        var power = PowerOf(example, used);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(power.NodeSetsW, Is.EqualTo(setsW).Within(1e-9));
            Assert.That(power.ScaleOutSwitchesW, Is.EqualTo(switchesW).Within(1e-9));
            Assert.That(power.Kilowatts, Is.EqualTo(kilowatts));
        }
    }

    [Test]
    public void Without_a_declaration_every_node_counts()
    {
        var power = Provisioned("2");

        Assert.That(power.Of(PowerEngagement.Of(power, null)), Is.EqualTo(new PointPower(64.54, PointPowerBasis.Whole)));
    }

    [TestCase("0:1 0:1", PowerEngagementFaultKind.NamedTwice)]
    [TestCase("7:1", PowerEngagementFaultKind.NotOneNodeSet)]
    [TestCase("0:0", PowerEngagementFaultKind.NodesOutOfRange)]
    [TestCase("0:5", PowerEngagementFaultKind.NodesOutOfRange)]
    public void Refuses_what_cannot_be_resolved(string used, PowerEngagementFaultKind kind)
    {
        var power = Provisioned("2");
        var engagement = PowerEngagement.Of(power, Parse(used));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engagement.Faults.Select(fault => fault.Kind), Is.EqualTo(new[] { kind }));
            Assert.That(() => power.Of(engagement), Throws.ArgumentException);
        }
    }

    private static PointPower PowerOf(string example, string used)
    {
        var power = Provisioned(example);
        return power.Of(PowerEngagement.Of(power, Parse(used)));
    }

    private static ProvisionedPower Provisioned(string example)
    {
        var computation = PowerCalculator.Compute(Examples[example], PowerExamples.Facts());
        return new ProvisionedPower(computation, computation.ProvisionedKw!.Value);
    }

    private static ImmutableArray<NodesUsed> Parse(string used)
        => [.. used.Split(' ').Select(entry => entry.Split(':')).Select(parts => new NodesUsed(int.Parse(parts[0]), int.Parse(parts[1])))];
}

using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The power that a system is provisioned with, and the share of it that the engaged nodes of a point answer for (policy §4.5.2, §4.5.3).</summary>
/// <param name="computation">The computation that gave it; without a problem.</param>
/// <param name="kilowatts">The provisioned power, kilowatts with two decimals.</param>
public sealed class ProvisionedPower(PowerComputation computation, double kilowatts)
{
    /// <summary>Decimals of throughput per kilowatt.</summary>
    public const int TpsPerKwDecimals = 1;

    private const double WattsPerKilowatt = 1000;

    /// <summary>The computation, with every figure on the way.</summary>
    public PowerComputation Computation { get; } = computation;

    /// <summary>The provisioned power, kilowatts with two decimals. May be 0, infinite or NaN.</summary>
    public double Kilowatts { get; } = kilowatts;

    /// <summary>The node sets, in file order.</summary>
    public ImmutableArray<NodeSetPower> NodeSets => Computation.NodeSets;

    /// <summary>A_prov: accelerators of all provisioned nodes; null where those of a set are unknown.</summary>
    public BigInteger? Accelerators
    {
        get
        {
            var sum = BigInteger.Zero;
            foreach (var set in NodeSets)
            {
                if (set.AcceleratorsPerNode is not { } perNode)
                {
                    return null;
                }

                sum += set.Set.NodesProvisioned * perNode;
            }

            return sum;
        }
    }

    /// <summary>The power of a point that engages some of the nodes, kilowatts with two decimals.</summary>
    /// <param name="engagement">Which nodes; it must have no faults.</param>
    /// <exception cref="ArgumentException">The engagement has faults.</exception>
    public PointPower Of(PowerEngagement engagement)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        if (engagement.HasFaults)
        {
            throw new ArgumentException("A declaration of nodes that cannot be resolved has no power.", nameof(engagement));
        }

        double largest = 0, sharesW = 0, engaged = 0;
        var (isWhole, nodes) = (true, BigInteger.Zero);
        for (var index = 0; index < NodeSets.Length; index++)
        {
            var set = NodeSets[index];
            var provisioned = set.Set.NodesProvisioned;
            var fraction = ExactRatio.Of(engagement.NodesOf(index), provisioned);
            isWhole &= engagement.NodesOf(index) == provisioned;
            largest = Math.Max(largest, fraction);
            sharesW += set.ShareW * fraction;
            engaged += NodeValues.ToDouble(provisioned) * fraction;
            nodes += provisioned;
        }

        if (isWhole)
        {
            return new PointPower(Kilowatts, PointPowerBasis.Whole);
        }

        // The policy says nothing of a declared figure over several sets; the reference scales it by the largest share.
        if (Computation.IsDeclared)
        {
            return new PointPower(PowerRounding.Round(Kilowatts * largest, PowerCalculator.KilowattDecimals), PointPowerBasis.DeclaredShare) { EngagedFraction = largest };
        }

        var switchesW = Computation.ScaleOutSwitchesW * engaged / NodeValues.ToDouble(nodes);
        return new PointPower(PowerRounding.Round((sharesW + switchesW) / WattsPerKilowatt, PowerCalculator.KilowattDecimals), PointPowerBasis.EngagedNodes)
        {
            NodeSetsW = sharesW,
            ScaleOutSwitchesW = switchesW,
        };
    }
}

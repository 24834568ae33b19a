using System.Collections.Immutable;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Which provisioned nodes a point engages, resolved from its <c>nodes_used</c> (policy §4.5.3).</summary>
public sealed class PowerEngagement
{
    private readonly ImmutableArray<NodeSetPower> _sets;
    private readonly BigInteger[] _nodesPerSet;

    private PowerEngagement(ImmutableArray<NodeSetPower> sets, BigInteger[] nodesPerSet, ImmutableArray<PowerEngagementFault> faults, bool isDeclared)
    {
        _sets = sets;
        _nodesPerSet = nodesPerSet;
        Faults = faults;
        IsDeclared = isDeclared;
    }

    /// <summary>Whether the point declares anything; an empty list is a declaration.</summary>
    public bool IsDeclared { get; }


    /// <summary>Entries that cannot be resolved, in order.</summary>
    public ImmutableArray<PowerEngagementFault> Faults { get; }

    /// <summary>Whether any entry cannot be resolved.</summary>
    public bool HasFaults => !Faults.IsEmpty;

    /// <summary>Accelerators of the engaged nodes; null where those of a set are unknown.</summary>
    public BigInteger? Accelerators
    {
        get
        {
            var sum = BigInteger.Zero;
            for (var index = 0; index < _sets.Length; index++)
            {
                if (_sets[index].AcceleratorsPerNode is not { } perNode)
                {
                    return null;
                }

                sum += _nodesPerSet[index] * perNode;
            }

            return sum;
        }
    }

    /// <summary>Resolves a declaration.</summary>
    /// <param name="power">The system's power.</param>
    /// <param name="declared"><c>nodes_used</c>; null for none: then every node is engaged.</param>
    public static PowerEngagement Of(ProvisionedPower power, ImmutableArray<NodesUsed>? declared)
    {
        ArgumentNullException.ThrowIfNull(power);
        return Of(power.NodeSets, declared);
    }

    /// <summary>Resolves a declaration.</summary>
    /// <param name="sets">The node sets of the system.</param>
    /// <param name="declared"><c>nodes_used</c>; null for none: then every node is engaged.</param>
    public static PowerEngagement Of(ImmutableArray<NodeSetPower> sets, ImmutableArray<NodesUsed>? declared)
    {
        var nodes = new BigInteger[sets.Length];
        for (var set = 0; set < nodes.Length; set++)
        {
            nodes[set] = sets[set].Set.NodesProvisioned;
        }

        var faults = ImmutableArray.CreateBuilder<PowerEngagementFault>();
        var named = new HashSet<BigInteger>();
        var entries = declared ?? [];
        for (var entry = 0; entry < entries.Length; entry++)
        {
            var (ensemble, used) = entries[entry];
            if (!named.Add(ensemble))
            {
                faults.Add(new PowerEngagementFault(PowerEngagementFaultKind.NamedTwice, entry, ensemble, used, 0, null));
                continue;
            }

            var matches = sets.Count(set => set.Set.EnsembleId == ensemble);
            var index = matches == 1 ? IndexOf(sets, ensemble) : -1;
            if (index < 0)
            {
                faults.Add(new PowerEngagementFault(PowerEngagementFaultKind.NotOneNodeSet, entry, ensemble, used, matches, null));
            }
            else if (used < 1 || used > sets[index].Set.NodesProvisioned)
            {
                faults.Add(new PowerEngagementFault(PowerEngagementFaultKind.NodesOutOfRange, entry, ensemble, used, matches, sets[index].Set.NodesProvisioned));
            }
            else
            {
                nodes[index] = used;
            }
        }

        return new PowerEngagement(sets, nodes, faults.DrainToImmutable(), declared is not null);
    }

    /// <summary>Y: how many nodes of a set are engaged; all of a set that is not named.</summary>
    /// <param name="set">Its place among the node sets.</param>
    public BigInteger NodesOf(int set) => _nodesPerSet[set];

    /// <summary>Whether the accelerators would still suffice with a node of some set less.</summary>
    /// <param name="neededAccelerators">How many accelerators the point runs on.</param>
    public bool HasNodeToSpare(BigInteger neededAccelerators)
    {
        if (Accelerators is not { } capacity)
        {
            return false;
        }

        for (var index = 0; index < _sets.Length; index++)
        {
            if (_nodesPerSet[index].Sign > 0 && capacity - _sets[index].AcceleratorsPerNode >= neededAccelerators)
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(ImmutableArray<NodeSetPower> sets, BigInteger ensemble)
    {
        for (var index = 0; index < sets.Length; index++)
        {
            if (sets[index].Set.EnsembleId == ensemble)
            {
                return index;
            }
        }

        return -1;
    }
}

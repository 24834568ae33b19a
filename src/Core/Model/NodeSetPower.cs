using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The power of one node set, with every figure on the way.</summary>
public sealed record NodeSetPower
{
    /// <summary>The set as the descriptor states it.</summary>
    public required PowerNodeSet Set { get; init; }

    /// <summary>CPUs of one node, watts; 0 where a combined or a published figure stands for them.</summary>
    public double CpuW { get; init; }

    /// <summary>Accelerators of one node, watts; 0 where a combined or a published figure stands for them.</summary>
    public double AcceleratorW { get; init; }

    /// <summary>CPUs and accelerators of one node by a combined figure, watts; 0 where there is none.</summary>
    public double CombinedW { get; init; }

    /// <summary>Scale-up network of one node, watts.</summary>
    public double ScaleUpW { get; init; }

    /// <summary>Major components of one node without NICs, watts; 0 where any part could not be costed.</summary>
    public double NodeW { get; init; }

    /// <summary>NICs of one node, watts; 0 where the set carries none.</summary>
    public double NicW { get; init; }

    /// <summary>Major components of all nodes, NICs included, watts.</summary>
    public double MajorW { get; init; }

    /// <summary>Published power of all nodes, watts.</summary>
    public double PublishedW { get; init; }

    /// <summary>The set's share of the provisioned power: major components with their overhead, and published power, watts. Switches are no set's.</summary>
    public double ShareW { get; init; }

    /// <summary>Accelerators of one node: as the components say, else as the system description does; null where neither does.</summary>
    public BigInteger? AcceleratorsPerNode { get; init; }
}

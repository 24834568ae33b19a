namespace MlPerf.Endpoints.Core.Model;

/// <summary>The major components of one node (policy Appendix E.3).</summary>
public sealed record PowerComponents
{
    /// <summary><c>cpu</c>.</summary>
    public PowerProcessors? Cpu { get; init; }

    /// <summary><c>accelerator</c>.</summary>
    public PowerProcessors? Accelerator { get; init; }

    /// <summary><c>combined_cpu_accelerator</c>: one figure for both, in their place.</summary>
    public PowerValue? CombinedCpuAccelerator { get; init; }

    /// <summary><c>scale_up_network</c>.</summary>
    public PowerScaleUpNetwork? ScaleUpNetwork { get; init; }
}

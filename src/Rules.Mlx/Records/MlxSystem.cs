namespace MlPerf.Endpoints.Rules.Mlx.Records;

/// <summary>The machine of a run.</summary>
public sealed record MlxSystem
{
    /// <summary>Operating system.</summary>
    public required string Os { get; init; }

    /// <summary>Accelerators, or the processor.</summary>
    public required string Chip { get; init; }

    /// <summary>Memory of the hosts, gigabytes.</summary>
    public required long MemoryGb { get; init; }

    /// <summary>Version of vllm-mlx.</summary>
    public string? VllmMlxVersion { get; init; }

    /// <summary>The runner of a workflow.</summary>
    public string? Runner { get; init; }

    /// <summary>Version of Python.</summary>
    public string? PythonVersion { get; init; }

    /// <summary>Version of mlx.</summary>
    public string? MlxVersion { get; init; }

    /// <summary>Version of mlx-lm.</summary>
    public string? MlxLmVersion { get; init; }

    /// <summary>Version of the evaluation harness.</summary>
    public string? LmEvalVersion { get; init; }

    /// <summary>Version of the kernel.</summary>
    public string? Kernel { get; init; }
}

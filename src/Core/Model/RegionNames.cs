namespace MlPerf.Endpoints.Core.Model;

/// <summary>The words for regions in point files.</summary>
public static class RegionNames
{
    /// <summary>1 to C_min, both revisions.</summary>
    public const string LowLatency = "low_latency";

    /// <summary>v0.7.</summary>
    public const string LowThroughput = "low_throughput";

    /// <summary>v0.7.</summary>
    public const string MedThroughput = "med_throughput";

    /// <summary>v0.7, margin included.</summary>
    public const string HighThroughput = "high_throughput";

    /// <summary>v1.0.</summary>
    public const string LowConcurrency = "low_concurrency";

    /// <summary>v1.0.</summary>
    public const string MedConcurrency = "med_concurrency";

    /// <summary>v1.0, up to C_max.</summary>
    public const string HighConcurrency = "high_concurrency";

    /// <summary>v1.0, above C_max.</summary>
    public const string Margin = "margin";

    /// <summary>Declared only: the submitter does not say.</summary>
    public const string SubmittersChoice = "submitters_choice";
}

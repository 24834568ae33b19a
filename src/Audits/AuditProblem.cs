namespace MlPerf.Endpoints.Audits;

/// <summary>Why an audit cannot be run as configured.</summary>
/// <param name="Kind">The problem's id.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record AuditProblem(string Kind, string Message)
{
    /// <summary>The load pattern paces or sequences requests.</summary>
    public const string LoadPattern = "load_pattern";

    /// <summary>A phase needs more distinct samples than there are.</summary>
    public const string ReferenceExceedsDataset = "reference_exceeds_dataset";

    /// <summary>The repeated row does not exist.</summary>
    public const string IndexOutOfRange = "index_out_of_range";

    /// <summary>There is no dataset of type performance.</summary>
    public const string NoPerformanceDataset = "no_performance_dataset";

    /// <summary>The dataset has another number of rows than the audit demands.</summary>
    public const string DatasetSize = "dataset_size";
}

namespace MlPerf.Endpoints.Audits;

/// <summary>The order in which a phase takes rows of the dataset. The load generator knows orders, not audits.</summary>
public enum SampleOrder
{
    /// <summary>Every row once before any comes again, shuffled anew for each pass.</summary>
    WithoutReplacement,

    /// <summary>Each row drawn by itself.</summary>
    WithReplacement,

    /// <summary>One row, again and again.</summary>
    Single,
}

using System.Numerics;

namespace MlPerf.Endpoints.Audits.AccuracyInPerformanceFull;

/// <summary>The block of <c>accuracy_in_performance_full_test</c> (audits, section 9.4).</summary>
public sealed record AccuracyInPerformanceFullConfiguration() : AuditConfiguration(AccuracyInPerformanceFullAudit.AuditId)
{
    /// <summary>The least score; null for that of the model.</summary>
    public double? Threshold { get; init; }

    /// <summary>Rows of the compliance data set; null for those of the dataset.</summary>
    public BigInteger? ExpectedSamples { get; init; }

    /// <summary>The id of a scorer, or a command line with <c>{outputs}</c>.</summary>
    public string? Scorer { get; init; }

    /// <summary>For a command: the pattern whose first group is the score.</summary>
    public string? ScorePattern { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Detail> Fields =>
    [
        new Detail("threshold", Threshold),
        new Detail("expected_samples", ExpectedSamples),
        Detail.Of("scorer", Scorer),
        Detail.Of("score_pattern", ScorePattern),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> MissingFields
    {
        get
        {
            if (Threshold is null)
            {
                yield return "threshold";
            }

            if (Scorer is null)
            {
                yield return "scorer";
            }
        }
    }
}

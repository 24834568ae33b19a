using System.Numerics;

namespace MlPerf.Endpoints.Audits.OutputLength;

/// <summary>The block of <c>output_length_test</c> (audits, section 9.6).</summary>
public sealed record OutputLengthConfiguration() : AuditConfiguration(OutputLengthAudit.AuditId)
{
    /// <summary>The least mean number of output tokens; null for that of the model.</summary>
    public double? MinMean { get; init; }

    /// <summary>The greatest mean number of output tokens; null for that of the model.</summary>
    public double? MaxMean { get; init; }

    /// <summary>Whether the main run is the evidence. Default true.</summary>
    public bool FromMain { get; init; } = true;

    /// <summary>Requests of a phase of its own; null for the whole data set.</summary>
    public BigInteger? Samples { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Detail> Fields =>
    [
        new Detail("min_mean", MinMean),
        new Detail("max_mean", MaxMean),
        Detail.Of("from_main", FromMain),
        new Detail("samples", Samples),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> MissingFields
    {
        get
        {
            if (MinMean is null)
            {
                yield return "min_mean";
            }

            if (MaxMean is null)
            {
                yield return "max_mean";
            }
        }
    }
}

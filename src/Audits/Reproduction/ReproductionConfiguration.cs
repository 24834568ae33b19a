namespace MlPerf.Endpoints.Audits.Reproduction;

/// <summary>The block of <c>reproduction_test</c> (audits, section 9.7).</summary>
public sealed record ReproductionConfiguration() : AuditConfiguration(ReproductionAudit.AuditId)
{
    /// <summary>The submitted run's folder.</summary>
    public required string Submitted { get; init; }

    /// <summary>The reproduced run's folder; null for the main run.</summary>
    public string? Reproduced { get; init; }

    /// <summary>How much slower the reproduced run may be, between 0 and 1, both excluded.</summary>
    public required double Margin { get; init; }

    /// <summary>The score that both must reach; null where accuracy is not judged.</summary>
    public double? AccuracyTarget { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Detail> Fields =>
    [
        Detail.Of("submitted", Submitted),
        Detail.Of("reproduced", Reproduced),
        Detail.Of("margin", Margin),
        new Detail("accuracy_target", AccuracyTarget),
    ];
}

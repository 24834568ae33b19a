using System.Numerics;

namespace MlPerf.Endpoints.Audits.PerturbedModel;

/// <summary>The block of <c>perturbed_model_test</c> (audits, section 9.7).</summary>
public sealed record PerturbedModelConfiguration() : AuditConfiguration(PerturbedModelAudit.AuditId)
{
    /// <summary>Requests of each phase, at least 1.</summary>
    public required BigInteger Samples { get; init; }

    /// <summary>The score that the changed model must miss.</summary>
    public required double Target { get; init; }

    /// <summary>How far apart the throughputs may be. Default 0.10.</summary>
    public double Margin { get; init; } = 0.10;

    /// <summary>The id of a scorer, or a command line with <c>{outputs}</c>.</summary>
    public required string Scorer { get; init; }

    /// <summary>For a command: the pattern whose first group is the score.</summary>
    public string? ScorePattern { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Detail> Fields =>
    [
        Detail.Of("samples", Samples),
        Detail.Of("target", Target),
        Detail.Of("margin", Margin),
        Detail.Of("scorer", Scorer),
        Detail.Of("score_pattern", ScorePattern),
    ];
}

using System.Collections.Immutable;
using System.Globalization;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.PerturbedModel;

/// <summary>Whether answers come from the model: once it is changed a little, accuracy must drop and speed must not. The operator changes it between the phases.</summary>
public sealed class PerturbedModelAudit : AuditTest<PerturbedModelConfiguration>
{
    /// <summary>The value of <c>test</c>.</summary>
    public const string AuditId = "perturbed_model_test";

    private const string Reference = "reference";
    private const string Perturbed = "perturbed";

    /// <inheritdoc/>
    public override AuditDescriptor Descriptor { get; } = new(AuditId, "Perturbed model", "an auditor's visit, any model whose weights can be changed");

    /// <inheritdoc/>
    public override PerturbedModelConfiguration? ReadConfiguration(FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var samples = fields.WholeNumber("samples", Presence.Required, atLeast: 1);
        var target = fields.Number("target", Presence.Required);
        var margin = fields.Fraction("margin", Presence.Optional);
        var scorer = fields.TrimmedText("scorer", Presence.Required);
        var pattern = fields.Text("score_pattern", Presence.Nullable);
        return samples is null || target is null || scorer is null
            ? null
            : new PerturbedModelConfiguration { Samples = samples.Value, Target = target.Value, Margin = margin ?? 0.10, Scorer = scorer, ScorePattern = pattern };
    }

    /// <inheritdoc/>
    public override ImmutableArray<PlannedPhase> Plan(PerturbedModelConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var phase = new PlannedPhase(Reference, configuration.Samples)
        {
            CapturesOutputs = true,
            Scorer = new ScorerReference(configuration.Scorer, configuration.ScorePattern),
        };
        return [phase, phase with { Label = Perturbed, OperatorTask = "Change the model's weights a little and restart the endpoint." }];
    }

    /// <inheritdoc/>
    public override AuditVerdict Verify(PerturbedModelConfiguration configuration, AuditEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(evidence);
        var (reference, perturbed) = (evidence[Reference], evidence[Perturbed]);
        var (before, after) = (PhaseGuards.UsableRate(reference), PhaseGuards.UsableRate(perturbed));
        var isComplete = Completion.IsComplete(reference, configuration.Margin, evidence.CountFailedAsCompleted)
            && Completion.IsComplete(perturbed, configuration.Margin, evidence.CountFailedAsCompleted);
        var hasDropped = perturbed.Score is { } score && double.IsFinite(score) && score < configuration.Target;
        var isAsFast = Completion.IsWithin(before, after, configuration.Margin);
        var kind = !isComplete ? "incomplete" : perturbed.Score is null ? "no_score" : !hasDropped ? "accuracy_kept" : !isAsFast ? "throughput" : "dropped";
        return new AuditVerdict(
            AuditId,
            isComplete && hasDropped && isAsFast,
            [
                new Detail("reference_score", reference.Score),
                new Detail("perturbed_score", perturbed.Score),
                Detail.Of("target", configuration.Target),
                Detail.Of("ref_qps", before),
                Detail.Of("audit_qps", after),
                Detail.Of("margin", configuration.Margin),
            ],
            kind,
            string.Create(CultureInfo.InvariantCulture, $"The changed model scores {perturbed.Score:G6} (a score below {configuration.Target:G6} is expected) at {after:G6} requests a second ({before:G6} before the change)."));
    }
}

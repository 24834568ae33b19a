using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.AccuracyInPerformanceFull;

/// <summary>Whether a whole compliance data set, run under load, scores as it should (TEST07).</summary>
public sealed class AccuracyInPerformanceFullAudit : AuditTest<AccuracyInPerformanceFullConfiguration>
{
    /// <summary>The value of <c>test</c>.</summary>
    public const string AuditId = "accuracy_in_performance_full_test";

    private const string Performance = "performance";
    private const string PresetModel = "gpt-oss-120b";
    private const double PresetThreshold = 60.698;
    private const int PresetSamples = 990;
    private const string PresetPattern = @"'exact_match': ([0-9.eE+-]+)";

    /// <inheritdoc/>
    public override AuditDescriptor Descriptor { get; } = new(
        AuditId, "Accuracy in performance mode, whole data set", "gpt-oss-120b: looked at where its file is there", "TEST07");

    /// <inheritdoc/>
    public override AccuracyInPerformanceFullConfiguration? ReadConfiguration(FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var threshold = fields.Number("threshold", Presence.Nullable);
        var expected = fields.WholeNumber("expected_samples", Presence.Nullable, atLeast: 1);
        var scorer = fields.TrimmedText("scorer", Presence.Nullable);
        var pattern = fields.Text("score_pattern", Presence.Nullable);
        return new AccuracyInPerformanceFullConfiguration { Threshold = threshold, ExpectedSamples = expected, Scorer = scorer, ScorePattern = pattern };
    }

    /// <inheritdoc/>
    public override AccuracyInPerformanceFullConfiguration Resolve(AccuracyInPerformanceFullConfiguration configuration, BenchmarkConfiguration benchmark)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(benchmark);
        return benchmark.Model.Name.Contains(PresetModel, StringComparison.OrdinalIgnoreCase)
            ? configuration with
            {
                Threshold = configuration.Threshold ?? PresetThreshold,
                ExpectedSamples = configuration.ExpectedSamples ?? PresetSamples,
                ScorePattern = configuration.ScorePattern ?? PresetPattern,
            }
            : configuration;
    }

    /// <inheritdoc/>
    public override ImmutableArray<PlannedPhase> Plan(AccuracyInPerformanceFullConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            new PlannedPhase(Performance, configuration.ExpectedSamples)
            {
                CapturesOutputs = true,
                Scorer = configuration.Scorer is { } scorer ? new ScorerReference(scorer, configuration.ScorePattern) : null,
            },
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<AuditProblem> Validate(AccuracyInPerformanceFullConfiguration configuration, ValidationContext context)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(context);
        foreach (var problem in base.Validate(configuration, context))
        {
            yield return problem;
        }

        if (configuration.ExpectedSamples is { } expected && context.DatasetSize < expected)
        {
            yield break;
        }

        if (configuration.ExpectedSamples is { } wanted && context.DatasetSize != wanted)
        {
            yield return new AuditProblem(AuditProblem.DatasetSize, $"The dataset has {context.DatasetSize} rows, the compliance data set has {wanted}.");
        }
    }

    /// <inheritdoc/>
    public override AuditVerdict Verify(AccuracyInPerformanceFullConfiguration configuration, AuditEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(evidence);
        var phase = evidence[Performance];
        var expected = configuration.ExpectedSamples ?? evidence.DatasetSize ?? phase.Requested;
        var threshold = configuration.Threshold ?? throw new AuditException(AuditErrorKind.Input, "parameters_missing", "The audit has no threshold; give one in its block.");
        var scored = phase.Completed(countFailedAsCompleted: false);
        var isEachOnce = phase.Outputs.Count == expected && phase.Outputs.DistinctBy(output => output.Index).Count() == expected;
        var isScored = phase.Score is { } score && double.IsFinite(score);
        var passed = scored == expected && isEachOnce && isScored && phase.Score >= threshold;
        var (kind, reason) = scored != expected || !isEachOnce ? ("incomplete", $"{scored} of {expected} rows were answered; every one is expected exactly once.")
            : !isScored ? ("no_score", "The scorer gave no score.")
            : string.Create(CultureInfo.InvariantCulture, $"The score is {phase.Score:G6}, at least {threshold:G6} is expected.") is var text && passed ? ("scored", text) : ("below_threshold", text);
        return new AuditVerdict(
            AuditId,
            passed,
            [new Detail("score", isScored ? phase.Score : null), Detail.Of("threshold", threshold), Detail.Of("scored", scored), Detail.Of("expected_samples", expected)],
            kind,
            reason);
    }
}

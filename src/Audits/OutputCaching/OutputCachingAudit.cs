using System.Collections.Immutable;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.OutputCaching;

/// <summary>Whether an endpoint answers a repeated request from a cache: one dataset row again and again must not be faster than distinct rows (TEST04).</summary>
public sealed class OutputCachingAudit : AuditTest<OutputCachingConfiguration>
{
    /// <summary>The value of <c>test</c>.</summary>
    public const string AuditId = "output_caching_test";

    /// <summary>The label of the phase of distinct samples.</summary>
    public const string Reference = "reference";

    /// <summary>The label of the phase of the repeated sample.</summary>
    public const string FixedSample = "output_caching";

    /// <summary>The index of a re-check that nobody told which row was repeated.</summary>
    internal const int UnknownIndex = -1;

    private const double RelaxedThreshold = 0.20;

    /// <inheritdoc/>
    public override AuditDescriptor Descriptor { get; } = new(
        AuditId,
        "Output caching",
        "required for wan-2.2-t2v-a14b; text generation may reuse its KV cache, so a verdict on it means little",
        "TEST04");

    /// <inheritdoc/>
    public override OutputCachingConfiguration? ReadConfiguration(FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var samples = fields.WholeNumber("samples", Presence.Required, atLeast: 1);
        var auditSamples = fields.WholeNumber("audit_samples", Presence.Nullable, atLeast: 1);
        var sampleIndex = fields.WholeNumber("sample_index", Presence.Optional, atLeast: 0);
        var threshold = fields.Fraction("threshold", Presence.Optional);
        return samples is null
            ? null
            : new OutputCachingConfiguration
            {
                Samples = samples.Value,
                AuditSamples = auditSamples,
                SampleIndex = sampleIndex ?? 0,
                Threshold = threshold ?? OutputCachingConfiguration.DefaultThreshold,
            };
    }

    /// <inheritdoc/>
    public override OutputCachingConfiguration? Restore(KnownParameters known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var block = known.Block as OutputCachingConfiguration;
        var samples = known.Samples ?? block?.Samples ?? known.StoredInteger("ref_requested");
        var auditSamples = known.AuditSamples ?? block?.AuditSamples ?? (block is null ? known.StoredInteger("audit_requested") : null) ?? samples;
        return samples is null
            ? null
            : new OutputCachingConfiguration
            {
                Samples = samples.Value,
                AuditSamples = auditSamples,
                SampleIndex = known.SampleIndex ?? block?.SampleIndex ?? UnknownIndex,
                Threshold = known.Threshold ?? block?.Threshold ?? known.StoredNumber("threshold") ?? OutputCachingConfiguration.DefaultThreshold,
            };
    }

    /// <inheritdoc/>
    public override ImmutableArray<PlannedPhase> Plan(OutputCachingConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            new PlannedPhase(Reference, configuration.Samples),
            new PlannedPhase(FixedSample, configuration.FixedSamples, SampleOrder.Single) { FixedIndex = configuration.SampleIndex },
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Warn(OutputCachingConfiguration configuration, ValidationContext context)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(context);
        var isSingleStream = context is { LoadPattern: "concurrency", Benchmark.Settings.LoadPattern.TargetConcurrency: { IsOne: true } };
        if (configuration.Threshold != (isSingleStream ? RelaxedThreshold : OutputCachingConfiguration.DefaultThreshold))
        {
            yield return AuditWarnings.ThresholdUnusual;
        }

        if (context.Benchmark is { } benchmark && benchmark.Endpoint.ApiType is not ApiTypes.VideoGeneration)
        {
            yield return AuditWarnings.NotApplicableToTextGeneration;
        }
    }

    /// <inheritdoc/>
    public override AuditVerdict Verify(OutputCachingConfiguration configuration, AuditEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(evidence);
        var (reference, audit) = (evidence[Reference], evidence[FixedSample]);
        return CachingRule.Judge(Numbers(reference, evidence), Numbers(audit, evidence), configuration.Threshold);
    }

    private static CachingPhase Numbers(PhaseEvidence phase, AuditEvidence evidence)
        => new(PhaseGuards.UsableRate(phase), phase.Completed(evidence.CountFailedAsCompleted), phase.Requested);
}

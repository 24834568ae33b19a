using System.Collections.Immutable;
using System.Globalization;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Reproduction;

/// <summary>Whether a reproduced run reaches what was submitted: two finished runs compared, no phase of its own.</summary>
public sealed class ReproductionAudit : AuditTest<ReproductionConfiguration>
{
    /// <summary>The value of <c>test</c>.</summary>
    public const string AuditId = "reproduction_test";

    private const string Submitted = "submitted";
    private const string Reproduced = "reproduced";
    private const double NsPerMs = 1e6;
    private const double MsPerSecond = 1000;

    /// <summary>Margins with names: the audit guidelines', and those that the submission rules propose.</summary>
    private static readonly (string Name, double Margin)[] Margins = [("guidelines", 0.02), ("same_system", 0.05), ("other_system", 0.10)];

    /// <inheritdoc/>
    public override AuditDescriptor Descriptor { get; } = new(AuditId, "Reproduction", "any model: an auditor's run against the submitted one");

    /// <inheritdoc/>
    public override ReproductionConfiguration? ReadConfiguration(FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var submitted = fields.TrimmedText("submitted", Presence.Required);
        var reproduced = fields.TrimmedText("reproduced", Presence.Nullable);
        var margin = ReadMargin(fields);
        var target = fields.Number("accuracy_target", Presence.Nullable);
        return submitted is null || margin is null
            ? null
            : new ReproductionConfiguration { Submitted = submitted, Reproduced = reproduced, Margin = margin.Value, AccuracyTarget = target };
    }

    /// <inheritdoc/>
    public override ImmutableArray<PlannedPhase> Plan(ReproductionConfiguration configuration) => [];

    /// <inheritdoc/>
    public override IEnumerable<AuditProblem> Validate(ReproductionConfiguration configuration, ValidationContext context) => [];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, string>> ExistingRuns(ReproductionConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        yield return new(Submitted, configuration.Submitted);
        if (configuration.Reproduced is { } reproduced)
        {
            yield return new(Reproduced, reproduced);
        }
    }

    /// <inheritdoc/>
    public override AuditVerdict Verify(ReproductionConfiguration configuration, AuditEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(evidence);
        var submitted = evidence[Submitted];
        var reproduced = configuration.Reproduced is not null ? evidence[Reproduced]
            : evidence.Main is { } main ? new PhaseEvidence(Reproduced, main, main.Issued)
            : throw new AuditException(AuditErrorKind.Input, "evidence_missing", "There is no main run to compare with; name a folder in 'reproduced'.");
        var (metric, before, after) = Throughput(submitted.Report, reproduced.Report);
        var (beforeUser, afterUser) = (TokensPerUser(submitted.Report), TokensPerUser(reproduced.Report));
        var isFast = after >= before * (1 - configuration.Margin);
        var isInteractive = beforeUser is null || afterUser is null || afterUser >= beforeUser * (1 - configuration.Margin);
        var isAccurate = configuration.AccuracyTarget is not { } target || (submitted.Score >= target && reproduced.Score >= target);
        var kind = !isFast ? "slower" : !isInteractive ? "slower_for_users" : !isAccurate ? "below_target" : "reproduced";
        return new AuditVerdict(
            AuditId,
            isFast && isInteractive && isAccurate,
            [
                Detail.Of("metric", metric),
                Detail.Of("submitted", before),
                Detail.Of("reproduced", after),
                new Detail("submitted_tps_per_user", beforeUser),
                new Detail("reproduced_tps_per_user", afterUser),
                Detail.Of("margin", configuration.Margin),
                new Detail("submitted_score", submitted.Score),
                new Detail("reproduced_score", reproduced.Score),
                new Detail("accuracy_target", configuration.AccuracyTarget),
                new Detail("submitted_ttft_p99_ms", Milliseconds(submitted.Report, "ttft")),
                new Detail("reproduced_ttft_p99_ms", Milliseconds(reproduced.Report, "ttft")),
                new Detail("submitted_latency_p99_ms", Milliseconds(submitted.Report, "latency")),
                new Detail("reproduced_latency_p99_ms", Milliseconds(reproduced.Report, "latency")),
            ],
            kind,
            string.Create(CultureInfo.InvariantCulture, $"{metric}: {after:G6} reproduced, {before:G6} submitted, {configuration.Margin:P0} less would do; {kind.Replace('_', ' ')}. Latencies are reported and not judged."));
    }

    private static double? ReadMargin(FieldReader fields)
    {
        if (fields.Raw("margin") is { Kind: NodeKind.Text } name)
        {
            foreach (var (known, margin) in Margins)
            {
                if (string.Equals(known, name.AsText!.Trim(), StringComparison.Ordinal))
                {
                    return margin;
                }
            }
        }

        return fields.Fraction("margin", Presence.Required);
    }

    // Where no tokens were counted, as with videos, requests a second are the throughput.
    private static (string Metric, double Submitted, double Reproduced) Throughput(RunReport submitted, RunReport reproduced)
        => (submitted.Tps, reproduced.Tps) is ({ } before, { } after) ? ("tps", before, after)
            : (submitted.Qps, reproduced.Qps) is ({ } rateBefore, { } rateAfter) ? ("qps", rateBefore, rateAfter)
            : throw new AuditException(AuditErrorKind.Execution, "no_throughput", "One of the runs has neither tokens nor requests a second.");

    private static double? TokensPerUser(RunReport report) => report.Percentile("tpot", "90.0") is { } tpotNs and > 0 ? MsPerSecond / (tpotNs / NsPerMs) : null;

    private static double? Milliseconds(RunReport report, string metric) => report.Percentile(metric, "99.0") / NsPerMs;
}

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Runner.Orders;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.AccuracyInPerformance;

/// <summary>Whether answers under load are those of an unhurried run: equal texts for equal rows (TEST01).</summary>
public sealed class AccuracyInPerformanceAudit : AuditTest<AccuracyInPerformanceConfiguration>
{
    /// <summary>The value of <c>test</c>.</summary>
    public const string AuditId = "accuracy_in_performance_test";

    internal const long DefaultSeed = 720381539243781796;

    private const string Accuracy = "accuracy";
    private const string Performance = "performance";

    /// <inheritdoc/>
    public override AuditDescriptor Descriptor { get; } = new(
        AuditId, "Accuracy in performance mode", "demanded of no generative endpoint; useful for text models that decode greedily", "TEST01");

    /// <inheritdoc/>
    public override AccuracyInPerformanceConfiguration? ReadConfiguration(FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var samples = fields.WholeNumber("samples", Presence.Required, atLeast: 1);
        var compare = fields.WholeNumber("compare", Presence.Optional, atLeast: 1);
        var seed = fields.WholeNumber("compare_seed", Presence.Optional);
        var rate = fields.Fraction("min_match_rate", Presence.Optional, includesOne: true);
        var threshold = fields.Fraction("threshold", Presence.Optional);
        return samples is null
            ? null
            : new AccuracyInPerformanceConfiguration
            {
                Samples = samples.Value,
                Compare = compare ?? 50,
                CompareSeed = seed ?? DefaultSeed,
                MinMatchRate = rate ?? 1.0,
                Threshold = threshold ?? 0.10,
            };
    }

    /// <inheritdoc/>
    public override ImmutableArray<PlannedPhase> Plan(AccuracyInPerformanceConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            new PlannedPhase(Accuracy, configuration.Samples) { Concurrency = 1, CapturesOutputs = true },
            new PlannedPhase(Performance, configuration.Samples) { CapturesOutputs = true },
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Warn(AccuracyInPerformanceConfiguration configuration, ValidationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Benchmark is { Model.Temperature: not 0.0 } ? [AuditWarnings.NondeterministicSampling] : [];
    }

    /// <inheritdoc/>
    public override AuditVerdict Verify(AccuracyInPerformanceConfiguration configuration, AuditEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(evidence);
        var (accuracy, performance) = (evidence[Accuracy], evidence[Performance]);
        var comparison = Comparison.Of(accuracy.Outputs, performance.Outputs, configuration);
        var rate = PhaseGuards.UsableRate(performance);
        var isComplete = Completion.IsComplete(accuracy, configuration.Threshold, evidence.CountFailedAsCompleted)
            && Completion.IsComplete(performance, configuration.Threshold, evidence.CountFailedAsCompleted);
        var reference = evidence.Main is { Qps: { } qps } main && main.LoadPattern == performance.Report.LoadPattern ? qps : (double?)null;
        var isFastEnough = reference is not { } expected || Completion.IsWithin(expected, rate, configuration.Threshold);
        var isEqual = comparison.Compared > 0 && comparison.Missing == 0 && comparison.MatchRate >= configuration.MinMatchRate;
        var (kind, reason) = Explain(comparison, isComplete, isEqual, isFastEnough, reference, rate);
        return new AuditVerdict(
            AuditId,
            isComplete && isEqual && isFastEnough,
            [
                Detail.Of("compared", comparison.Compared),
                Detail.Of("matched", comparison.Matched),
                Detail.Of("mismatched", comparison.Compared - comparison.Matched),
                Detail.Of("missing", comparison.Missing),
                Detail.Of("match_rate", comparison.MatchRate),
                new Detail("ref_qps", reference),
                Detail.Of("audit_qps", rate),
                Detail.Of("threshold", configuration.Threshold),
            ],
            kind,
            reason);
    }

    private static (string Kind, string Reason) Explain(Comparison comparison, bool isComplete, bool isEqual, bool isFastEnough, double? reference, double rate)
    {
        var counts = string.Create(CultureInfo.InvariantCulture, $"{comparison.Matched} of {comparison.Compared} compared answers are equal, {comparison.Missing} failed in one phase only");
        return !isComplete ? ("incomplete", $"A phase is incomplete; {counts}.")
            : !isEqual ? ("mismatch", $"Answers under load differ: {counts}.")
            : !isFastEnough ? ("throughput", string.Create(CultureInfo.InvariantCulture, $"The phase ran at {rate:G6} requests a second, the main run at {reference:G6}: further apart than the tolerance."))
            : reference is null ? ("equal", $"{counts}; throughput was skipped, as there is no main run of the same load pattern.")
            : ("equal", $"{counts}; throughput is that of the main run.");
    }

    private sealed record Comparison(int Compared, int Matched, int Missing)
    {
        public double MatchRate => Compared == 0 ? 0 : (double)Matched / Compared;

        public static Comparison Of(IReadOnlyList<SampleOutput> accuracy, IReadOnlyList<SampleOutput> performance, AccuracyInPerformanceConfiguration configuration)
        {
            var expected = ByRow(accuracy);
            var actual = ByRow(performance);
            var common = expected.Keys.Where(actual.ContainsKey).Order().ToArray();
            var (compared, matched, missing) = (0, 0, 0);
            foreach (var row in Chosen(common, configuration))
            {
                var (a, b) = (expected[row], actual[row]);
                if (a.Failed != b.Failed)
                {
                    missing++;
                }
                else if (!a.Failed)
                {
                    compared++;
                    matched += string.Equals(a.Text, b.Text, StringComparison.Ordinal) ? 1 : 0;
                }
            }

            return new Comparison(compared, matched, missing);
        }

        // Where a row came several times, its first answer stands.
        private static Dictionary<int, SampleOutput> ByRow(IReadOnlyList<SampleOutput> outputs)
        {
            var rows = new Dictionary<int, SampleOutput>(outputs.Count);
            foreach (var output in outputs)
            {
                rows.TryAdd(output.Index, output);
            }

            return rows;
        }

        private static int[] Chosen(int[] common, AccuracyInPerformanceConfiguration configuration)
        {
            if (configuration.Compare >= configuration.Samples || configuration.Compare >= common.Length)
            {
                return common;
            }

            var order = new SampleSequence(SampleOrder.WithoutReplacement, common.Length, configuration.CompareSeed);
            return [.. Enumerable.Range(0, (int)configuration.Compare).Select(_ => common[order.Next()])];
        }
    }
}

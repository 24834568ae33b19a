using System.Collections.Immutable;
using MlPerf.Endpoints.Audits;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Core.Reading;

namespace Acme.HouseAudits;

/// <summary>Whether one question always gets one answer: a greedy endpoint that answers differently under load mixes requests up.</summary>
public sealed class DeterminismAudit : AuditTest<DeterminismConfiguration>
{
    /// <summary>The value of <c>test</c>.</summary>
    public const string AuditId = "determinism_test";

    private const string Repeated = "repeated";

    /// <inheritdoc/>
    public override AuditDescriptor Descriptor { get; } = new(AuditId, "Determinism", "text models that decode greedily");

    /// <inheritdoc/>
    public override DeterminismConfiguration? ReadConfiguration(FieldReader fields)
    {
        var repeats = fields.WholeNumber("repeats", Presence.Optional, atLeast: 2);
        var index = fields.WholeNumber("sample_index", Presence.Optional, atLeast: 0);
        return new DeterminismConfiguration { Repeats = repeats ?? 10, SampleIndex = index ?? 0 };
    }

    /// <inheritdoc/>
    public override ImmutableArray<PlannedPhase> Plan(DeterminismConfiguration configuration)
        => [new PlannedPhase(Repeated, configuration.Repeats, SampleOrder.Single) { FixedIndex = configuration.SampleIndex, CapturesOutputs = true }];

    /// <inheritdoc/>
    public override AuditVerdict Verify(DeterminismConfiguration configuration, AuditEvidence evidence)
    {
        var answers = evidence[Repeated].Outputs.Where(output => !output.Failed).Select(output => output.Text).ToList();
        var different = answers.Distinct(StringComparer.Ordinal).Count();
        var passed = answers.Count >= 2 && different == 1;
        return new AuditVerdict(
            AuditId,
            passed,
            [Detail.Of("answers", answers.Count), Detail.Of("different", different)],
            passed ? "same" : answers.Count < 2 ? "too_few" : "different",
            $"{answers.Count} answers to one question, {different} of them different.");
    }
}

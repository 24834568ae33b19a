using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>A document that keeps to every keyword of the schema is a valid envelope.</summary>
/// <remarks>What a document breaks is told by the rules of the keywords, which are asked only of documents that fail.</remarks>
public sealed class MlxEnvelopeRule : ComplianceRule<ValidEnvelope>
{
    private static readonly Outcome Valid = Outcome.Pass(key: "pass", spec: "MLX Benchmark Result v1", message: "the envelope is valid");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-envelope", title: "Valid envelope", specs: [MlxFormat.Spec], outcomes: [Valid]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(ValidEnvelope target) => [Valid.At(target.At())];
}

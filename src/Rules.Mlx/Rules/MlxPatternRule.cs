using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>A commit is named by hexadecimal digits and nothing else.</summary>
public sealed class MlxPatternRule : ComplianceRule<InvalidEnvelope>
{
    private static readonly Outcome Broken = Outcome.Error(
        key: Keywords.Pattern,
        spec: "MLX Benchmark Result v1, pattern",
        message: "{place} is {found}, which does not match {expected}",
        fix: "Write only characters that {expected} allows at {place}, without a line break after them.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-pattern", title: "Pattern of a text", specs: [MlxFormat.Spec], outcomes: [Broken]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(InvalidEnvelope target)
    {
        foreach (var instance in target.Faulty)
        {
            var (pointer, node, schema) = instance;
            if (Keywords.BreaksPattern(node, schema))
            {
                yield return Broken.At(target.At(node.Location, pointer), ("place", instance.Place), NamedValue.Of("found", node), ("expected", schema.Pattern?.Text));
            }
        }
    }
}

using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>The version of the schema is the one text that there is.</summary>
public sealed class MlxConstRule : ComplianceRule<InvalidEnvelope>
{
    private static readonly Outcome Broken = Outcome.Error(
        key: Keywords.Const,
        spec: "MLX Benchmark Result v1, const",
        message: "{place} is {found}, expected {expected}",
        fix: "Write {expected} at {place}.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-const", title: "Constant", specs: [MlxFormat.Spec], outcomes: [Broken]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(InvalidEnvelope target)
    {
        foreach (var instance in target.Faulty)
        {
            var (pointer, node, schema) = instance;
            if (Keywords.BreaksConst(node, schema))
            {
                yield return Broken.At(target.At(node.Location, pointer), ("place", instance.Place), NamedValue.Of("found", node), ("expected", schema.OptionsInWords));
            }
        }
    }
}

using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>A word that is taken from a list is one of the list, letter by letter.</summary>
public sealed class MlxEnumRule : ComplianceRule<InvalidEnvelope>
{
    private static readonly Outcome Broken = Outcome.Error(
        key: Keywords.Enum,
        spec: "MLX Benchmark Result v1, enum",
        message: "{place} is {found}, expected one of {expected}",
        fix: "Write one of the listed words at {place}, in lower case and without blanks around it.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-enum", title: "Listed words", specs: [MlxFormat.Spec], outcomes: [Broken]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(InvalidEnvelope target)
    {
        foreach (var instance in target.Faulty)
        {
            var (pointer, node, schema) = instance;
            if (Keywords.BreaksEnum(node, schema))
            {
                yield return Broken.At(target.At(node.Location, pointer), ("place", instance.Place), NamedValue.Of("found", node), ("expected", schema.OptionsInWords));
            }
        }
    }
}

using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>A text has at least so many characters, counted as code points.</summary>
public sealed class MlxMinLengthRule : ComplianceRule<InvalidEnvelope>
{
    private static readonly Outcome Broken = Outcome.Error(
        key: Keywords.MinLength,
        spec: "MLX Benchmark Result v1, minLength",
        message: "{place} is {found}, expected at least {expected} characters",
        fix: "Write the whole text at {place}: at least {expected} characters.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-min-length", title: "Length of a text", specs: [MlxFormat.Spec], outcomes: [Broken]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(InvalidEnvelope target)
    {
        foreach (var instance in target.Faulty)
        {
            var (pointer, node, schema) = instance;
            if (Keywords.BreaksMinLength(node, schema))
            {
                yield return Broken.At(target.At(node.Location, pointer), ("place", instance.Place), NamedValue.Of("found", node), ("expected", schema.MinLength));
            }
        }
    }
}

using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>An object has every member that the schema requires of it.</summary>
/// <remarks>One finding a missing member, at the object.</remarks>
public sealed class MlxRequiredRule : ComplianceRule<InvalidEnvelope>
{
    private static readonly Outcome Missing = Outcome.Error(
        key: Keywords.Required,
        spec: "MLX Benchmark Result v1, required",
        message: "{place} has no member '{member}'",
        fix: "Add '{member}' to {place}.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-required", title: "Required members", specs: [MlxFormat.Spec], outcomes: [Missing]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(InvalidEnvelope target)
    {
        foreach (var instance in target.Faulty)
        {
            foreach (var member in Keywords.Missing(instance.Node, instance.Schema))
            {
                yield return Missing.At(target.At(instance.Node.Location, instance.Pointer), ("place", instance.Place), ("member", member));
            }
        }
    }
}

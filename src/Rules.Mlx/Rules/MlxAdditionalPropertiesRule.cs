using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>Every object but the tags is closed: it has no member that the schema does not know.</summary>
/// <remarks>One finding a surplus member, at the object; line and column are the member's. v1 grows by optional members: one of a later state is told as such.</remarks>
public sealed class MlxAdditionalPropertiesRule : ComplianceRule<InvalidEnvelope>
{
    private static readonly Outcome Surplus = Outcome.Error(
        key: Keywords.AdditionalProperties,
        spec: "MLX Benchmark Result v1, additionalProperties",
        message: "{place} has a member '{member}', which {reason}",
        fix: "Remove '{member}' from {place}, or carry it in the tags of a row.{hint}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-additional-properties", title: "Unknown members", specs: [MlxFormat.Spec], outcomes: [Surplus]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(InvalidEnvelope target)
    {
        foreach (var instance in target.Faulty)
        {
            foreach (var (key, _) in Keywords.Surplus(instance.Node, instance.Schema))
            {
                var member = key.AsText ?? "";
                yield return Surplus.At(
                    target.At(key.Location, instance.Pointer),
                    ("place", instance.Place),
                    ("member", member),
                    ("reason", target.Schema.IsKnownElsewhere(instance.Schema, member) ? "only another state of schema v1 knows" : "the schema does not know"),
                    ("hint", Suggestion.For(member, instance.Schema.Members.Select(known => known.Name))));
            }
        }
    }
}

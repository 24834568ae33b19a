using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>A whole number beyond the range of a double is valid, but no reader can hold it.</summary>
public sealed class MlxIntegerRangeRule : ComplianceRule<ReadableEnvelope>
{
    private static readonly Outcome Beyond = Outcome.Warning(
        key: "beyond-double",
        spec: "RFC 8259 §6",
        message: "{place} is {found}, a whole number beyond the range of a double",
        fix: "Write a smaller number at {place}, or the number as a text in a tag.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-integer-range", title: "Range of whole numbers", specs: [MlxFormat.Spec], outcomes: [Beyond]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(ReadableEnvelope target)
        => target.Unholdable.Count == 0 ? [] : target.Unholdable.Select(instance => Beyond.At(target.At(instance.Node.Location, instance.Pointer), ("place", instance.Place), NamedValue.Of("found", instance.Node)));
}

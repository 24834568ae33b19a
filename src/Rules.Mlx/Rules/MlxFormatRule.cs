using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>A time stamp is a date-time of RFC 3339.</summary>
public sealed class MlxFormatRule : ComplianceRule<InvalidEnvelope>
{
    private static readonly Outcome Broken = Outcome.Error(
        key: Keywords.Format,
        spec: "MLX Benchmark Result v1, format",
        message: "{place} is {found}, expected a date-time of RFC 3339 such as 2026-05-04T09:03:21Z",
        fix: "Write date, T, time and Z or an offset with a colon at {place}.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-format", title: "Date and time", specs: [MlxFormat.Spec], outcomes: [Broken]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(InvalidEnvelope target)
    {
        foreach (var instance in target.Faulty)
        {
            var (pointer, node, schema) = instance;
            if (Keywords.BreaksFormat(node, schema))
            {
                yield return Broken.At(target.At(node.Location, pointer), ("place", instance.Place), NamedValue.Of("found", node));
            }
        }
    }
}

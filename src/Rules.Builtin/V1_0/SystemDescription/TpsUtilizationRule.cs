using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

/// <summary>A stated <c>tps_utilization</c> is the point's throughput as a fraction of the highest of the curve (policy §8.2).</summary>
/// <remarks>Everything is taken from the files as they stand, also where their fields have faults elsewhere. A point that lacks a figure is left out, of the maximum too.</remarks>
public sealed class TpsUtilizationRule(UtilizationTolerance tolerance) : ComplianceRule<Curve>
{
    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "§8.2", message: "tps_utilization is {util}, {expected} is derived");

    private static readonly Outcome Differs = Outcome.Error(
        key: "fail",
        spec: "§8.2",
        message: "tps_utilization is {util}, but {tps} of at most {max_tps} tokens per second on curve {curve} are {expected}; it may be off by {tps_utilization_abs_tol}",
        fix: "Set tps_utilization of this point to {expected}: a fraction, not a percentage, of the highest throughput of the curve.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "tps-utilization", title: "TPS utilization", specs: [SpecRevision.V1_0], outcomes: [Agrees, Differs], order: 810);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var stated = curve.Folders.Select(Figures.Of).OfType<Figures>().ToImmutableArray();
        if (stated.IsEmpty)
        {
            yield return NotApplicable(curve, "no point has both a tps_utilization and a throughput");
            yield break;
        }

        // Written so that a figure that is not a number is the maximum only where it stands first, as it is for the reference.
        var peak = stated[0].Tps;
        foreach (var figures in stated)
        {
            peak = figures.Tps > peak ? figures.Tps : peak;
        }

        if (peak <= 0)
        {
            yield return NotApplicable(curve, "no point has a throughput above 0");
            yield break;
        }

        foreach (var (point, tps, utilization) in stated)
        {
            var expected = tps / peak;
            yield return Math.Abs(utilization - expected) <= tolerance.Absolute
                ? Agrees.At(point.Files.SystemDescription.Path, ("util", utilization), ("expected", expected))
                : Differs.At(
                    Place.Member(point.Files.SystemDescription, "tps_utilization"),
                    ("util", utilization),
                    ("expected", expected),
                    ("tps", tps),
                    ("max_tps", peak),
                    ("curve", $"{curve.System.Id}/{curve.ModelName}"),
                    ("tps_utilization_abs_tol", tolerance.Absolute));
        }
    }

    /// <summary>What a point states.</summary>
    /// <param name="Point">The point.</param>
    /// <param name="Tps">Output tokens per second, not cut to whole tokens.</param>
    /// <param name="Utilization">The stated fraction.</param>
    private sealed record Figures(PointFolder Point, double Tps, double Utilization)
    {
        public static Figures? Of(PointFolder point)
        {
            var summary = point.SummaryFile?.Document.Root;
            return summary?["output_sequence_lengths"]?["total"]?.RawNumber is { } tokens
                && summary["duration_ns"]?.RawNumber / 1e9 is { } elapsedS && !(elapsedS <= 0)
                && point.Files.DescriptionObject?["tps_utilization"]?.RawNumber is { } utilization
                    ? new Figures(point, tokens / elapsedS, utilization)
                    : null;
        }
    }
}

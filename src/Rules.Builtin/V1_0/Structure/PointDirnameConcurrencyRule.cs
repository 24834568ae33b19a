using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>A point's folder is named after its concurrency. Where they differ, what <c>point.yaml</c> says holds everywhere else.</summary>
public sealed class PointDirnameConcurrencyRule : ComplianceRule<Point>
{
    private static readonly Outcome Differs = Outcome.Warning(
        key: "warn",
        spec: "§1",
        message: "the folder {point_dir_name} says concurrency {dir_concurrency}, its point.yaml says {concurrency}",
        fix: "Rename the folder to r{concurrency}, or correct concurrency in point.yaml.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-dirname-concurrency", title: "Point dirname concurrency", specs: [SpecRevision.V1_0], outcomes: [Differs], order: 270);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.NameNumber is { } number && number != point.Concurrency)
        {
            yield return Differs.At(point.InConfig("concurrency"), ("point_dir_name", point.Path.Name), ("dir_concurrency", number), ("concurrency", point.Concurrency));
        }
    }
}

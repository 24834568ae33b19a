using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

/// <summary>The number in a point file's name is the concurrency that it declares. The declared one counts everywhere else.</summary>
public sealed class PointFilenameConcurrencyRule : ComplianceRule<Point>
{
    private static readonly Outcome Differs = Outcome.Warning(
        key: "warn",
        spec: "#1",
        message: "the file's name says {name_concurrency}, but concurrency is {concurrency}",
        fix: "Rename the file to point_{declared}.yaml, or correct concurrency if the name is right; results are looked for in results/point_{declared}/.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-filename-concurrency", title: "Concurrency in the file name", specs: [SpecRevision.V0_7], outcomes: [Differs], order: 190);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        yield return point.NameNumber is not { } number ? NotApplicable(point, "the file's name holds no number")
            : number == point.Concurrency ? NotApplicable(point, "the file's name holds the declared concurrency")
            : Differs.At(point.InConfig("concurrency"), ("name_concurrency", number), point.NamedConcurrency, ("declared", point.Concurrency));
    }
}

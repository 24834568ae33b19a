using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

/// <summary>A declared region is one of the five words of the policy (§8.3), and the one in which the concurrency lies.</summary>
public sealed class RegionDeclaredRule : ComplianceRule<Point>
{
    private static readonly ImmutableArray<string> Words =
        [RegionNames.LowLatency, RegionNames.LowThroughput, RegionNames.MedThroughput, RegionNames.HighThroughput, RegionNames.SubmittersChoice];

    private static readonly Outcome Unknown = Outcome.Error(
        key: "fail",
        spec: "#8.3",
        message: "region is \"{region}\", expected one of {words}",
        fix: "Write the region in which the concurrency lies, {choice}, or leave the field out; `submission-checker regions` prints the boundaries.");

    private static readonly Outcome Other = Outcome.Warning(
        key: "warn",
        spec: "#8.3",
        message: "region is {region}, but concurrency {concurrency} lies in {computed} ({start}–{end})",
        fix: "Set region to {computed} or to {choice}, or leave it out.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "#8.3", message: "region is {region}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "region-declared", title: "Region declared", specs: [SpecRevision.V0_7], outcomes: [Unknown, Other, Agrees], order: 180);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Config.DeclaredRegion is not { } declared)
        {
            yield return NotApplicable(point, "the point declares no region");
        }
        else if (!Words.Contains(declared))
        {
            yield return Unknown.At(point.InConfig("region"), ("region", declared), ("words", string.Join(", ", Words)), ("choice", RegionNames.SubmittersChoice));
        }
        else if (declared is not RegionNames.SubmittersChoice && point.Region is { } region && region.Name != declared)
        {
            yield return Other.At(
                point.InConfig("region"), ("region", declared), point.NamedConcurrency, ("computed", region.Name), ("start", region.Start), ("end", region.End),
                ("choice", RegionNames.SubmittersChoice));
        }
        else
        {
            yield return Agrees.At(point.ConfigPath, ("region", declared));
        }
    }
}

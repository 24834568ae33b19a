using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A declared region is one of the six words of the policy (§8.3). Whether it is the right one is another rule's matter.</summary>
public sealed class RegionDeclaredRule : ComplianceRule<Point>
{
    private static readonly ImmutableArray<string> ValidRegions =
    [
        RegionNames.LowLatency, RegionNames.LowConcurrency, RegionNames.MedConcurrency, RegionNames.HighConcurrency, RegionNames.Margin, RegionNames.SubmittersChoice,
    ];

    private static readonly Outcome Unknown = Outcome.Error(
        key: "fail",
        spec: "§8.3",
        message: "region is \"{region}\", which is none of {valid_regions}",
        fix: "Write the region in which the concurrency lies, submitters_choice, or leave the field out; `submission-checker regions` prints the boundaries.");

    private static readonly Outcome Known = Outcome.Pass(key: "pass", spec: "§8.3", message: "region is {region}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "region-declared", title: "Region declared", specs: [SpecRevision.V1_0], outcomes: [Unknown, Known], order: 260);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Config.DeclaredRegion is not { } region)
        {
            yield return NotApplicable(point, "the point declares no region");
        }
        else if (ValidRegions.Contains(region))
        {
            yield return Known.At(point.ConfigPath, ("region", region));
        }
        else
        {
            yield return Unknown.At(point.InConfig("region"), ("region", Shown.Text(region)), ("valid_regions", string.Join(", ", ValidRegions)));
        }
    }
}

using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A point that says something about Offline says one of three words (policy §5.7).</summary>
/// <remarks>Any other word counts as no declaration in every other rule.</remarks>
public sealed class OfflineDeclaredRule : ComplianceRule<Point>
{
    private static readonly Outcome Unknown = Outcome.Error(
        key: "fail",
        spec: "§5.7",
        message: "offline is \"{offline}\", which is none of {valid_offline}, so the point counts as no Offline point",
        fix: "Write one of {valid_offline}, in lower case and without spaces, or leave the field out.");

    private static readonly Outcome Known = Outcome.Pass(key: "pass", spec: "§5.7", message: "offline is \"{offline}\"");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "offline-declared", title: "Offline declared", specs: [SpecRevision.V1_0], outcomes: [Unknown, Known], order: 150);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Config.Offline is not { } offline)
        {
            yield return NotApplicable(point, "the point says nothing about Offline");
        }
        else if (OfflineDeclarations.All.Contains(offline))
        {
            yield return Known.At(point.ConfigPath, ("offline", offline));
        }
        else
        {
            yield return Unknown.At(point.InConfig("offline"), ("offline", Shown.Text(offline)), ("valid_offline", string.Join(", ", OfflineDeclarations.All)));
        }
    }
}

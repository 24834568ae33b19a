using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace Acme.HouseRules.Rules;

/// <summary>Each point names who measured it, in a file <c>owner.json</c> of ours.</summary>
/// <remarks>A rule on a file that no built-in rule knows: the descriptor asks for it, and the format reads it beside the point's own files.</remarks>
public sealed class HouseOwnerRule : ComplianceRule<PointFolder>
{
    private const string FileName = "owner.json";

    private static readonly Outcome NoFile = Outcome.Error(
        key: "no-file", spec: "house", message: "the point has no owner.json", fix: "Write {{\"name\": \"…\", \"mail\": \"…\"}} into owner.json of the point's folder.");

    private static readonly Outcome NoName = Outcome.Error(
        key: "no-name", spec: "house", message: "owner.json names nobody: {problem}", fix: "Give owner.json a member \"name\" with the name of who measured the point.");

    private static readonly Outcome Named = Outcome.Pass(key: "pass", spec: "house", message: "{name} measured the point");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "house-owner", title: "Owner of a point", specs: [SpecRevision.V1_0], outcomes: [NoFile, NoName, Named], files: [FileName]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(PointFolder point)
    {
        if (!point.Extras.TryGetValue(FileName, out var document))
        {
            yield return NoFile.At(point.Path / FileName);
        }
        else if (document.Root is null)
        {
            yield return NoName.At(Place.In(document), ("problem", document.Problem?.Detail));
        }
        else if (document.Root["name"] is { Kind: NodeKind.Text, AsText: { Length: > 0 } name })
        {
            yield return Named.At(document.Path, ("name", name));
        }
        else
        {
            yield return NoName.At(Place.Member(document, "name"), ("problem", document.Root["name"] is { } value ? $"\"name\" is {value}" : "there is no \"name\""));
        }
    }
}

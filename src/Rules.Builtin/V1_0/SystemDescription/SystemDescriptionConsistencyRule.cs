using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

/// <summary>All points of a curve describe the same system (policy §8.5); only what belongs to the deployment at one concurrency may differ.</summary>
/// <remarks>Each copy is compared with the reference copy, and the first that differs is named, even where it is the reference copy that is wrong.</remarks>
public sealed class SystemDescriptionConsistencyRule(DescriptionFreedom freedom) : ComplianceRule<Curve>
{
    private static readonly Outcome Agree = Outcome.Pass(key: "pass", spec: "§8.5", message: "the points' system descriptions agree ({present_count} readable)");

    private static readonly Outcome Differ = Outcome.Error(
        key: "fail",
        spec: "§8.5",
        message: "the description differs from that of {ref_path_parent_name} in {differing}",
        fix: "Describe the same system at every point; a field that is null in one copy must be null in all. If {ref_path_parent_name} is the one that is wrong, correct it there.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "system-description-consistency", title: "System description consistency", specs: [SpecRevision.V1_0], outcomes: [Agree, Differ], order: 300);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.ReferencePoint?.Files.DescriptionObject is not { } reference)
        {
            yield return NotApplicable(curve, "no copy of the system description can be read");
            yield break;
        }

        var readable = 0;
        foreach (var point in curve.Folders)
        {
            if (point.Files.DescriptionObject is not { } copy)
            {
                continue;
            }

            readable++;
            if (!AreAlike(reference, copy) && Differences(reference, copy) is { Count: > 0 } differing)
            {
                yield return Differ.At(
                    Place.Member(point.Files.SystemDescription, differing[0]),
                    ("ref_path_parent_name", curve.ReferencePoint.Path.Name),
                    ("differing", Shown.List(differing)));
                yield break;
            }
        }

        yield return Agree.At(curve.Path, ("present_count", readable));
    }

    // Copies mostly have their members in the same order, and nothing need be looked up.
    private bool AreAlike(Node reference, Node copy)
    {
        if (reference.Members.Count != copy.Members.Count)
        {
            return false;
        }

        for (var at = 0; at < copy.Members.Count; at++)
        {
            if (!string.Equals(copy.Members[at].Name, reference.Members[at].Name, StringComparison.Ordinal) || !IsFreeOrEqual(reference.Members[at], copy.Members[at]))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsFreeOrEqual(Member reference, Member copy) => freedom.FreeFields.Contains(reference.Name ?? "") || reference.Value.ValueEquals(copy.Value);

    private List<string> Differences(Node reference, Node copy)
    {
        var ofCopy = copy.Members.ToDictionary(member => member.Name ?? "", member => member.Value, StringComparer.Ordinal);
        var differing = new List<string>();
        foreach (var member in reference.Members)
        {
            var name = member.Name ?? "";
            var isThere = ofCopy.Remove(name, out var other);
            if (!freedom.FreeFields.Contains(name) && (!isThere || !member.Value.ValueEquals(other!)))
            {
                differing.Add(name);
            }
        }

        differing.AddRange(ofCopy.Keys.Where(name => !freedom.FreeFields.Contains(name)));
        differing.Sort(CodePointComparer.Instance);
        return differing;
    }
}

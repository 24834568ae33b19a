using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

/// <summary>Every point has a copy of the system's description, and at least one of a curve can be read (policy §8.2).</summary>
public sealed class SystemDescriptionPresentRule : ComplianceRule<Curve>
{
    private static readonly Outcome NoneReadable = Outcome.Error(
        key: "fail",
        spec: "§8.2",
        message: "no point of {rel} has a system_desc.json that can be read, so the system is unknown",
        fix: "Put the description of the system into system_desc.json of every point.");

    private static readonly Outcome Missing = Outcome.Error(
        key: "fail-2",
        spec: "§8.2",
        message: "the point {point_dir_name} of {rel} has no system_desc.json",
        fix: "Copy system_desc.json of another point to {point_dir_name}; only the fields about this point's deployment may differ.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "system-description-present", title: "System description present", specs: [SpecRevision.V1_0], outcomes: [NoneReadable, Missing], order: 280);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var rel = curve.Path.RelativeTo(curve.System.Submission.Path);
        foreach (var point in curve.Folders)
        {
            if (!point.Files.SystemDescription.Exists)
            {
                yield return Missing.At(point.Files.SystemDescription.Path, ("rel", rel), ("point_dir_name", point.Path.Name));
            }
        }

        if (curve.ReferencePoint is null)
        {
            yield return NoneReadable.At(curve.Path, ("rel", rel));
        }
    }
}

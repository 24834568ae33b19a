using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

/// <summary>A described system has results (policy §8.1): a folder below <c>pareto/</c> that is called like its description.</summary>
public sealed class ParetoDirExistsRule : ComplianceRule<SystemUnderTest>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "the results of the system are expected in {folder}/, which {found}",
        fix: "Name the folder below pareto/ exactly like the system description without .json, or take the description out.");

    private static readonly Outcome Found = Outcome.Pass(key: "pass", spec: "#1", message: "the results of the system are in {folder}/");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "pareto-dir-exists", title: "Folder of the system", specs: [SpecRevision.V0_7], outcomes: [Absent, Found], order: 80);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
    {
        var folder = system.CurvesFolder;
        yield return !system.Regions.IsPresent ? NotApplicable(system, system.Regions.Reason)
            : folder.IsFolder ? Found.At(folder.Path, ("folder", folder.Path.Value))
            : Absent.At(folder.Path, ("folder", folder.Path.Value), ("found", folder.Describe()));
    }
}

using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Structure.Readme;

/// <summary>A Standardized system brings its sources (policy §2.2.1, §8.1): once, in <c>src/</c>.</summary>
public sealed class SrcDirRule : ComplianceRule<SystemUnderTest>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "src-dir", title: "Implementation sources (src/)", specs: [SpecRevision.V0_7Readme], outcomes: [SourceFolders.Absent, SourceFolders.Found], order: 70);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
    {
        yield return system.SourceFolder is { } folder ? SourceFolders.Judge(folder)
            : NotApplicable(system, system.Regions.Reason ?? "only a Standardized system brings its sources");
    }
}

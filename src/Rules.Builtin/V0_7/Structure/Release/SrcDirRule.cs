using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Structure.Release;

/// <summary>A Standardized system brings its sources (policy §2.2.1, §8.1): for each model, in <c>src/&lt;model&gt;/</c>.</summary>
public sealed class SrcDirRule : ComplianceRule<CurveFolder>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "src-dir", title: "Implementation sources (src/)", specs: [SpecRevision.V0_7Release], outcomes: [SourceFolders.Absent, SourceFolders.Found], order: 100);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(CurveFolder curve)
    {
        yield return curve.SourceFolder is { } folder ? SourceFolders.Judge(folder) : NotApplicable(curve, "only a Standardized system brings its sources");
    }
}

using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

/// <summary>A system's folder holds at least one model's (policy §8.1). Every folder counts, hidden ones too.</summary>
public sealed class BenchmarkModelDirRule : ComplianceRule<SystemUnderTest>
{
    private static readonly Outcome Empty = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "{folder}/ holds no folder, at least one called like a benchmark model is expected",
        fix: "Put the points and results of each model into {folder}/<model>/.");

    private static readonly Outcome Unreadable = Outcome.Error(
        key: "io-error",
        spec: "#1",
        message: "{path} is not looked into: {error}",
        fix: "Put a folder that can be read in this place; if it is a link out of the submission, the folder itself, or check with --follow-links.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "benchmark-model-dir", title: "Benchmark-model directory", specs: [SpecRevision.V0_7], outcomes: [Empty, Unreadable], order: 90);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
    {
        foreach (var (path, error) in system.UnreadableModels)
        {
            yield return Unreadable.At(path, ("path", path.Value), ("error", error));
        }

        if (system.CurvesAbsence is { } reason)
        {
            yield return NotApplicable(system, reason);
        }
        else if (system.Curves.Count == 0 && system.UnreadableModels.Count == 0)
        {
            yield return Empty.At(system.CurvesFolder.Path, ("folder", system.CurvesFolder.Path.Value));
        }
    }
}

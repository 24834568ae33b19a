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

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "benchmark-model-dir", title: "Benchmark-model directory", specs: [SpecRevision.V0_7], outcomes: [Empty], order: 90);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
    {
        yield return system.CurvesAbsence is { } reason ? NotApplicable(system, reason)
            : system.Curves.Count == 0 ? Empty.At(system.CurvesFolder.Path, ("folder", system.CurvesFolder.Path.Value))
            : NotApplicable(system, "there is a model's folder");
    }
}

using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Curves;

/// <summary>A model's folder is called exactly like <c>benchmark_model</c> of the system description (policy §9.1). Asked only where a point was measured.</summary>
public sealed class ConfigConsistencyModelRule : ComplianceRule<Curve>
{
    private static readonly Outcome Differs = Outcome.Warning(
        key: "warn",
        spec: "#16",
        message: "the folder is called {folder}, but benchmark_model of the system description is \"{model}\"",
        fix: "Rename the folder to the benchmark model, or correct benchmark_model.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "#16", message: "the folder is called after the benchmark model, {folder}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "config-consistency-model", title: "Config consistency model", specs: [SpecRevision.V0_7Readme], outcomes: [Differs, Agrees], order: 410);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.System.Description is not { Value: { } description } reading || !curve.MeasuredPoints.Any())
        {
            yield return NotApplicable(curve, "no point was measured");
        }
        else if (string.Equals(description.BenchmarkModel, curve.ModelName, StringComparison.Ordinal))
        {
            yield return Agrees.At(curve.Path, ("folder", curve.ModelName));
        }
        else
        {
            yield return Differs.At(Place.Member(reading.Document, "benchmark_model").ReportedAt(curve.Path), ("folder", curve.ModelName), ("model", description.BenchmarkModel));
        }
    }
}

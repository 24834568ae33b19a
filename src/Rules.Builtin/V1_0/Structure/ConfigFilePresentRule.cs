using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>Every point keeps the configuration of the benchmark run, <c>config.yaml</c> (policy §8.1): any YAML mapping.</summary>
/// <remarks>What stands in it is free, and no other rule reads it.</remarks>
public sealed class ConfigFilePresentRule : ComplianceRule<PointFolder>
{
    private static readonly Outcome Missing = Outcome.Error(
        key: "fail",
        spec: "§8.1",
        message: "config.yaml {found} in {relative_to}, a file is required",
        fix: "Copy the configuration with which the benchmark was run to {relative_to}/config.yaml.");

    private static readonly Outcome Invalid = Outcome.Error(
        key: "invalid",
        spec: "§8.1",
        message: "config.yaml in {relative_to} cannot be used: {reason}",
        fix: "Copy the configuration with which the benchmark was run anew; it must be one YAML mapping in UTF-8.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "config-file-present", title: "Benchmark configuration present", specs: [SpecRevision.V1_0], outcomes: [Missing, Invalid], order: 120);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(PointFolder point)
    {
        if (point.Files.BenchmarkConfig is not { } config)
        {
            yield return Missing.At(point.Files.BenchmarkConfigEntry.Path, ("relative_to", Relative(point)), ("found", point.Files.BenchmarkConfigEntry.Describe()));
        }
        else if (config.Problem is { } problem)
        {
            yield return Invalid.At(Place.In(config), ("relative_to", Relative(point)), ("reason", problem.Detail));
        }
        else if (config.Root is { Kind: not NodeKind.Map } root)
        {
            yield return Invalid.At(Place.In(config), ("relative_to", Relative(point)), ("reason", $"its top level is {root}, expected a mapping"));
        }
    }

    private static string Relative(PointFolder point) => point.Path.RelativeTo(point.Curve.System.Submission.Path);
}

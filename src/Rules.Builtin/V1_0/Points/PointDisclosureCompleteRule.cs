using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A point discloses model, dataset, division, shared folders, seeds and cohort (policy §8.3).</summary>
/// <remarks>What is there need not be true or sensible: 0 and blanks count as disclosed.</remarks>
public sealed class PointDisclosureCompleteRule : ComplianceRule<Point>
{
    private static readonly Field[] Required =
    [
        new("division", config => !string.IsNullOrEmpty(config.Division)),
        new("max_supported_concurrency", config => config.MaxSupportedConcurrency is not null),
        new("model_name", config => !string.IsNullOrEmpty(config.ModelName)),
        new("model_precision", config => !string.IsNullOrEmpty(config.ModelPrecision)),
        new("link_to_model", config => !string.IsNullOrEmpty(config.LinkToModel)),
        new("dataset_name", config => !string.IsNullOrEmpty(config.DatasetName)),
        new("dataset_type", config => !string.IsNullOrEmpty(config.DatasetType)),
        new("dataset_link", config => !string.IsNullOrEmpty(config.DatasetLink)),
        new("shared_src", config => !string.IsNullOrEmpty(config.SharedSrc)),
        new("shared_docs", config => !string.IsNullOrEmpty(config.SharedDocs)),
        new("seed_set", config => !string.IsNullOrEmpty(config.SeedSet)),
        new("target_cohort", config => !string.IsNullOrEmpty(config.TargetCohort)),
    ];

    private static readonly Outcome Incomplete = Outcome.Error(
        key: "fail",
        spec: "§8.3",
        message: "the point does not disclose {missing}",
        fix: "Add {missing} to the top level of point.yaml with a value that is not empty.");

    private static readonly Outcome Complete = Outcome.Pass(key: "pass", spec: "§8.3", message: "the point discloses every required field");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-disclosure-complete", title: "Point disclosure complete", specs: [SpecRevision.V1_0], outcomes: [Incomplete, Complete], order: 180);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        var missing = new List<string>();
        foreach (var field in Required)
        {
            if (!field.IsDisclosed(point.Config))
            {
                missing.Add(field.Name);
            }
        }

        yield return missing.Count > 0
            ? Incomplete.At(missing.Count == 1 ? point.InConfig(missing[0]) : point.InConfig(), ("missing", string.Join(", ", missing)))
            : Complete.At(point.ConfigPath);
    }

    private sealed record Field(string Name, Func<PointConfig, bool> IsDisclosed);
}

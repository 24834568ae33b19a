using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

/// <summary>The seeds that a point ran with are those of the set that it declares (policy §4.6).</summary>
/// <remarks>A point that uses the seeds' names of v0.7 and has no <c>model_seed</c> is told so besides.</remarks>
public sealed class SeedRuntimeMatchRule : ComplianceRule<Point>
{
    private static readonly Outcome Differs = Outcome.Error(
        key: "fail",
        spec: "§4.6",
        message: "the seeds under runtime_settings.runtime are not those of seed set \"{published_id}\": {mismatched}",
        fix: "Measure the point again with the seeds of the set; a point that ran with another published set names that set.");

    private static readonly Outcome Matches = Outcome.Pass(key: "pass", spec: "§4.6", message: "the point ran with the seeds of set \"{published_id}\"");

    private static readonly Outcome OldNames = Outcome.Warning(
        key: "warn",
        spec: "§4.6",
        message: "runtime_settings.runtime uses scheduler_random_seed or dataloader_random_seed, names of v0.7, and has no model_seed",
        fix: "Use scheduler_rng_seed, sample_index_rng_seed and model_seed, as a current version of the benchmark tool writes them.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "seed-runtime-match", title: "Seed runtime match", specs: [SpecRevision.V1_0], outcomes: [Differs, Matches, OldNames], order: 570);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Curve.System.Submission.SeedSets.Value is not { } registry)
        {
            yield return NotApplicable(point, "the seed sets could not be read");
            yield break;
        }

        if (registry.Find(point.Config.SeedSet) is not { } set)
        {
            yield return NotApplicable(point, point.Config.SeedSet is null ? "the point declares no seed set" : "the declared seed set is unknown");
            yield break;
        }

        var seeds = point.Config.RuntimeSeeds;
        var differing = new List<string>(3);
        Compare("scheduler_rng_seed", seeds.Scheduler, set.SchedulerRngSeed);
        Compare("sample_index_rng_seed", seeds.SampleIndex, set.SampleIndexRngSeed);
        Compare("model_seed", seeds.Model, set.ModelSeed);
        var runtime = point.InConfig("runtime_settings", "runtime");
        yield return differing.Count == 0
            ? Matches.At(point.ConfigPath, ("published_id", set.Id))
            : Differs.At(runtime, ("published_id", Shown.Text(set.Id)), ("mismatched", string.Join("; ", differing)));

        if (seeds is { UsesOldNames: true, Model: null })
        {
            yield return OldNames.At(runtime);
        }

        void Compare(string name, BigInteger? actual, BigInteger expected)
        {
            if (actual != expected)
            {
                differing.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {Text(actual)}, not {Text(expected)}"));
            }
        }
    }

    private static string Text(BigInteger? seed) => seed is { } number ? Shown.Text(number.ToString(CultureInfo.InvariantCulture)) : "not set";
}

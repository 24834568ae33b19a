using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

/// <summary>A point that declares no seed set ran with the fixed seed of v0.7 (policy §4.6).</summary>
/// <remarks>Each of the two seeds of v0.7 is judged, under its name of today or of then. An empty text is a declared seed set.</remarks>
public sealed class SeedConfigLegacyRule : ComplianceRule<Point>
{
    private const int FixedSeed = 42;

    private static readonly Outcome Other = Outcome.Error(
        key: "fail",
        spec: "§4.6",
        message: "the point at concurrency {concurrency} declares no seed_set, and its {field_name} is {val}, not 42",
        fix: "Run with the seeds of a published seed set and name it in seed_set.");

    private static readonly Outcome Fixed = Outcome.Warning(
        key: "warn",
        spec: "§4.6",
        message: "the point at concurrency {concurrency} declares no seed_set and uses {field_name} 42, as v0.7 did",
        fix: "Run with the seeds of a published seed set and name it in seed_set.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "seed-config-legacy", title: "Seed config legacy", specs: [SpecRevision.V1_0], outcomes: [Other, Fixed], order: 200);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Config.SeedSet is not null)
        {
            yield return NotApplicable(point, "the point declares a seed set");
            yield break;
        }

        yield return Judge(point, "scheduler_rng_seed", "scheduler_random_seed", point.Config.RuntimeSeeds.Scheduler);
        yield return Judge(point, "sample_index_rng_seed", "dataloader_random_seed", point.Config.RuntimeSeeds.SampleIndex);
    }

    private static RuleResult Judge(Point point, string name, string oldName, BigInteger? seed)
    {
        var runtime = point.ConfigFile.Document.Root?["runtime_settings"]?["runtime"];
        var place = point.InConfig("runtime_settings", "runtime", runtime?[name] is null or { IsNull: true } && runtime?[oldName] is not null ? oldName : name);
        return seed == FixedSeed
            ? Fixed.At(place, ("concurrency", point.Concurrency), ("field_name", name))
            : Other.At(place, ("concurrency", point.Concurrency), ("field_name", name), ("val", seed?.ToString(CultureInfo.InvariantCulture) ?? "not set"));
    }
}

using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The accuracy targets of single-turn models (policy §4.3).</summary>
/// <param name="Version">The release of the reference whose values these are.</param>
/// <param name="Models">The models; the first one that fits a folder's name holds.</param>
[RuleData("v1.0/accuracy-targets.json")]
public sealed record AccuracyTargets(string Version, ImmutableArray<AccuracyModel> Models)
{
    /// <summary>What the policy says: <c>data/v1.0/accuracy-targets.json</c>.</summary>
    public static AccuracyTargets Default { get; } = Parse(EmbeddedData.Read("v1.0/accuracy-targets.json"));

    /// <summary>The targets for a model's folder; null where there are none.</summary>
    public AccuracyModel? For(string modelFolder)
    {
        ArgumentNullException.ThrowIfNull(modelFolder);
        var key = ModelKey.Of(modelFolder);
        return Models.FirstOrDefault(model => ModelKey.Fits(key, model.Fragments));
    }

    /// <summary>Reads the targets from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or a field is missing or none.</exception>
    public static AccuracyTargets Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new AccuracyTargets(root["version"].Text, root["models"].ItemsAs(Model));
    }

    private static AccuracyModel Model(RuleDataValue model) => new(
        model["name"].Text,
        model["fragments"].Texts,
        model["minimum_issued_samples"].Int64,
        model["targets"].ItemsAs(static target => new AccuracyTarget(
            target["metric"].Text,
            target["lower"].Double,
            target.Find("upper")?.Double)));
}

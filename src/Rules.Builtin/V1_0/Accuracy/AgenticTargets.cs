using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The accuracy thresholds of agentic models (policy §4.3).</summary>
/// <param name="Version">The release of the reference whose values these are.</param>
/// <param name="Models">The models; the first one that fits a folder's name holds.</param>
[RuleData("v1.0/accuracy-agentic-targets.json")]
public sealed record AgenticTargets(string Version, ImmutableArray<AgenticModel> Models)
{
    /// <summary>What the policy says: <c>data/v1.0/accuracy-agentic-targets.json</c>.</summary>
    public static AgenticTargets Default { get; } = Parse(EmbeddedData.Read("v1.0/accuracy-agentic-targets.json"));

    /// <summary>The model of a folder; null where it is none of them.</summary>
    public AgenticModel? For(string modelFolder)
    {
        ArgumentNullException.ThrowIfNull(modelFolder);
        var key = ModelKey.Of(modelFolder);
        return Models.FirstOrDefault(model => ModelKey.Fits(key, model.Fragments));
    }

    /// <summary>Reads the thresholds from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or a field is missing or none.</exception>
    public static AgenticTargets Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new AgenticTargets(root["version"].Text, root["models"].ItemsAs(Model));
    }

    private static AgenticModel Model(RuleDataValue model) => new(
        model["name"].Text,
        model["fragments"].Texts,
        model["thresholds"] is { IsObject: true } thresholds
            ? new AgenticThresholds(
                thresholds["inline_percent"].Double,
                thresholds["swe_bench_percent"].Double,
                thresholds["output_tokens_low"].Double,
                thresholds["output_tokens_high"].Double)
            : null);
}

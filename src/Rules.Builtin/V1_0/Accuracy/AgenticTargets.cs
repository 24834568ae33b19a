using System.Collections.Immutable;
using System.Text.Json;
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
    /// <exception cref="JsonException">No JSON.</exception>
    /// <exception cref="KeyNotFoundException">A field is missing.</exception>
    public static AgenticTargets Parse(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        var root = document.RootElement;
        return new AgenticTargets(root.GetProperty("version").GetString() ?? "", [.. root.GetProperty("models").EnumerateArray().Select(Model)]);
    }

    private static AgenticModel Model(JsonElement model) => new(
        model.GetProperty("name").GetString() ?? "",
        ModelKey.ReadFragments(model),
        model.GetProperty("thresholds") is { ValueKind: JsonValueKind.Object } thresholds
            ? new AgenticThresholds(
                thresholds.GetProperty("inline_percent").GetDouble(),
                thresholds.GetProperty("swe_bench_percent").GetDouble(),
                thresholds.GetProperty("output_tokens_low").GetDouble(),
                thresholds.GetProperty("output_tokens_high").GetDouble())
            : null);
}

using System.Collections.Immutable;
using System.Text.Json;
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
    /// <exception cref="JsonException">No JSON.</exception>
    /// <exception cref="KeyNotFoundException">A field is missing.</exception>
    public static AccuracyTargets Parse(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        var root = document.RootElement;
        return new AccuracyTargets(root.GetProperty("version").GetString() ?? "", [.. root.GetProperty("models").EnumerateArray().Select(Model)]);
    }

    private static AccuracyModel Model(JsonElement model) => new(
        model.GetProperty("name").GetString() ?? "",
        ModelKey.ReadFragments(model),
        model.GetProperty("minimum_issued_samples").GetInt64(),
        [
            .. model.GetProperty("targets").EnumerateArray().Select(target => new AccuracyTarget(
                target.GetProperty("metric").GetString() ?? "",
                target.GetProperty("lower").GetDouble(),
                target.TryGetProperty("upper", out var upper) ? upper.GetDouble() : null)),
        ]);
}

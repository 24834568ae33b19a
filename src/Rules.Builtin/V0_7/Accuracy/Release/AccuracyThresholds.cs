using System.Collections.Immutable;
using System.Text;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

/// <summary>What the scores of each known model are held against (policy §6.6).</summary>
/// <param name="Models">The models; the first whose fragments all occur in a folder's name applies.</param>
[RuleData("v0.7/accuracy-thresholds.json")]
public sealed record AccuracyThresholds(ImmutableArray<ModelThresholds> Models)
{
    /// <summary>What the reference knows: <c>data/v0.7/accuracy-thresholds.json</c>.</summary>
    public static AccuracyThresholds Default { get; } = Parse(EmbeddedData.Read("v0.7/accuracy-thresholds.json"));

    /// <summary>The known models for messages: <c>llama3 405b, llama2 70b …</c>.</summary>
    public string Known => string.Join(", ", Models.Select(model => string.Join(' ', model.Fragments)));

    /// <summary>The thresholds of the model after which a folder is called; null where no model is recognised.</summary>
    public ModelThresholds? For(string folder)
    {
        var key = Key(folder);
        foreach (var model in Models)
        {
            if (model.Fragments.All(fragment => key.Contains(fragment, StringComparison.Ordinal)))
            {
                return model;
            }
        }

        return null;
    }

    /// <summary>Reads the thresholds from JSON: a list of objects with <c>fragments</c>, <c>samples</c> and <c>metrics</c>, whose bounds are pairs of reference score and factor.</summary>
    /// <exception cref="FormatException">No JSON, or a member is missing or none.</exception>
    public static AccuracyThresholds Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new AccuracyThresholds(root.ItemsAs(Model));
    }

    private static ModelThresholds Model(RuleDataValue model) => new(
        model["fragments"].Texts,
        model["samples"].Int64,
        [.. model["metrics"].Members.Select(Metric)]);

    private static MetricThreshold Metric(RuleDataValue metric) => new(
        metric.Name,
        Product(metric["lower"]),
        metric.Find("upper") is { } upper ? Product(upper) : null);

    // The product of doubles is the bound, to the last bit.
    private static double Product(RuleDataValue pair) => pair.Items is [var reference, var factor] ? reference.Double * factor.Double : throw pair.Unexpected("a pair of reference score and factor");

    private static string Key(string folder)
    {
        var key = new StringBuilder(folder.Length);
        foreach (var c in folder)
        {
            // The dotted capital I has no lower-case letter of its own; Python makes an i and a dot of it.
            var lower = c is '\u0130' ? 'i' : char.ToLowerInvariant(c);
            if (lower is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                key.Append(lower);
            }
        }

        return key.ToString();
    }
}

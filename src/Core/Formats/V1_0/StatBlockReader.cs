using System.Collections.Immutable;
using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads a block of statistics with its percentiles, whose keys are numbers in any spelling.</summary>
internal static class StatBlockReader
{
    public const string PercentileKey = "percentile-key";
    public const string PercentileConflict = "percentile-conflict";

    public static StatBlock Read(FieldReader summary, string name, List<FieldProblem> problems)
    {
        if (summary.Object(name, Presence.Optional) is not { } fields)
        {
            return StatBlock.Empty;
        }

        var total = fields.Number("total", Presence.Optional) ?? 0;
        var faultsBefore = problems.Count;
        var percentiles = fields.NumberMap("percentiles", Presence.Optional);

        // Keys are looked at only once all values are numbers.
        return new StatBlock
        {
            Total = total,
            Percentiles = percentiles is null || problems.Count > faultsBefore ? [] : ByNumber(percentiles, fields, problems),
        };
    }

    private static ImmutableArray<StatPercentile> ByNumber(IReadOnlyList<NamedNumber> percentiles, FieldReader block, List<FieldProblem> problems)
    {
        var byNumber = new Dictionary<double, StatPercentile>(percentiles.Count);
        foreach (var (key, value) in percentiles)
        {
            if (!PythonText.TryParseNumber(key, out var number) || number is not (>= 0 and <= 100))
            {
                Refuse(block, problems, PercentileKey, key, "a number from 0 to 100 as the key", $"\"{key}\"");
                return [];
            }

            // Two values that are not numbers differ, as they do for the reference.
            if (!byNumber.TryAdd(number, new StatPercentile(number, value)) && byNumber[number].Value != value)
            {
                Refuse(block, problems, PercentileConflict, key,
                    string.Create(CultureInfo.InvariantCulture, $"{byNumber[number].Value}, as another spelling of percentile {number} says"),
                    value.ToString(CultureInfo.InvariantCulture));
                return [];
            }
        }

        return [.. byNumber.Values];
    }

    // Opened again so that the fault points at the key that has it, not at the whole mapping.
    private static void Refuse(FieldReader block, List<FieldProblem> problems, string key, string member, string expected, string found)
    {
        if (block.Raw("percentiles") is { } node)
        {
            FieldReader.Open(node, $"{block.Field}.percentiles", $"{block.Pointer}/percentiles", problems)?.Refuse(key, member, expected, found);
        }
    }
}

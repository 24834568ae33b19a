using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Compares JSON with a recording: placeholders stand for anything of their kind, numbers by value.</summary>
internal static class JsonComparison
{
    public static IReadOnlyList<string> Differences(JsonNode? expected, JsonNode? actual, Placeholders placeholders)
    {
        var differences = new List<string>();
        Compare(expected, actual, "$", differences, placeholders);
        return differences;
    }

    private static void Compare(JsonNode? expected, JsonNode? actual, string path, List<string> differences, Placeholders placeholders)
    {
        switch (expected)
        {
            case JsonObject members when members.Count == 1 && members.ContainsKey("$text"):
                return;
            case JsonObject members:
                if (members["$text"] is not null)
                {
                    return;
                }

                if (actual is not JsonObject actualMembers)
                {
                    differences.Add($"{path}: expected an object, found {Short(actual)}");
                    return;
                }

                foreach (var name in members.Select(member => member.Key).Union(actualMembers.Select(member => member.Key)))
                {
                    if (!members.ContainsKey(name) || !actualMembers.ContainsKey(name))
                    {
                        differences.Add($"{path}.{name}: {(members.ContainsKey(name) ? "missing" : $"unexpected {Short(actualMembers[name])}")}");
                    }
                    else
                    {
                        Compare(members[name], actualMembers[name], $"{path}.{name}", differences, placeholders);
                    }
                }

                return;
            case JsonArray items:
                if (actual is not JsonArray actualItems || actualItems.Count != items.Count)
                {
                    differences.Add($"{path}: expected a list of {items.Count}, found {Short(actual)}");
                    return;
                }

                for (var at = 0; at < items.Count; at++)
                {
                    Compare(items[at], actualItems[at], $"{path}[{at}]", differences, placeholders);
                }

                return;
        }

        if (!Same(expected, actual, placeholders))
        {
            differences.Add($"{path}: expected {Short(expected)}, found {Short(actual)}");
        }
    }

    private static bool Same(JsonNode? expected, JsonNode? actual, Placeholders placeholders)
    {
        if (expected is null || actual is null)
        {
            return expected is null && actual is null;
        }

        if (expected.GetValueKind() is JsonValueKind.String)
        {
            var text = placeholders.Fill(expected.GetValue<string>());
            return text.Contains("<NOW", StringComparison.Ordinal) || text.Contains("<TEXT>", StringComparison.Ordinal)
                || (actual.GetValueKind() is JsonValueKind.String && actual.GetValue<string>() == text);
        }

        return JsonNode.DeepEquals(expected, actual)
            || (expected.GetValueKind() is JsonValueKind.Number && actual.GetValueKind() is JsonValueKind.Number && expected.ToJsonString() == actual.ToJsonString());
    }

    private static string Short(JsonNode? node) => node?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 160)] : "null";
}

using System.Numerics;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>Equality of configurations as data: the order of keys is no difference, nor is 1 against 1.0.</summary>
internal static class SameData
{
    private const int MaxDepth = 100;

    public static bool Equal(Node a, Node b, string? exceptTopLevel = null) => Equal(a, b, exceptTopLevel, 0);

    public static bool Equal(JsonElement? a, JsonElement? b)
        => (a, b) switch
        {
            (null, null) => true,
            ({ } left, { } right) => Equal(left, right),
            _ => false,
        };

    /// <summary>Whether two JSON values are equal as data.</summary>
    public static bool Equal(JsonElement a, JsonElement b)
    {
        if (Number(a) is { } left && Number(b) is { } right)
        {
            return left.Equals(right);
        }

        if (a.ValueKind != b.ValueKind)
        {
            return false;
        }

        switch (a.ValueKind)
        {
            case JsonValueKind.Object:
                var members = Members(a);
                var others = Members(b);
                return members.Count == others.Count && members.All(member => others.TryGetValue(member.Key, out var other) && Equal(member.Value, other));
            case JsonValueKind.Array:
                return a.GetArrayLength() == b.GetArrayLength() && a.EnumerateArray().Zip(b.EnumerateArray()).All(pair => Equal(pair.First, pair.Second));
            case JsonValueKind.String:
                return string.Equals(JsonFiles.TextOf(a), JsonFiles.TextOf(b), StringComparison.Ordinal);
            default:
                return true;
        }
    }

    private static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }

    private static double? Number(JsonElement element)
        => element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out var number) ? number : null;

    private static bool Equal(Node a, Node b, string? except, int depth)
    {
        // Aliases can make a tree cyclic; what is deeper than any configuration counts as different.
        if (depth > MaxDepth)
        {
            return false;
        }

        if (Number(a) is { } left && Number(b) is { } right)
        {
            return left == right || (double.IsNaN(left) && double.IsNaN(right));
        }

        if (a.Kind != b.Kind)
        {
            return false;
        }

        return a.Kind switch
        {
            NodeKind.Map => EqualMaps(a, b, except, depth),
            NodeKind.List or NodeKind.Set => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => Equal(pair.First, pair.Second, null, depth + 1)),
            NodeKind.Null => true,
            _ => string.Equals(a.AsText, b.AsText, StringComparison.Ordinal),
        };
    }

    private static bool EqualMaps(Node a, Node b, string? except, int depth)
    {
        var others = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var member in b.Members)
        {
            others[Key(member.Key)] = member.Value;
        }

        if (except is not null)
        {
            others.Remove(except);
        }

        var count = 0;
        foreach (var member in a.Members)
        {
            var key = Key(member.Key);
            if (key == except)
            {
                continue;
            }

            count++;
            if (!others.TryGetValue(key, out var other) || !Equal(member.Value, other, null, depth + 1))
            {
                return false;
            }
        }

        return count == others.Count;
    }

    private static string Key(Node key) => $"{(key.Kind is NodeKind.Text ? "" : key.Kind.ToString())}{key.AsText ?? key.ToString()}";

    private static double? Number(Node node) => node.Kind switch
    {
        NodeKind.Boolean => node.AsBoolean ? 1 : 0,
        NodeKind.Integer => JsonIntegers.ToDouble(node.AsInteger),
        NodeKind.Number => node.AsNumber,
        _ => null,
    };
}

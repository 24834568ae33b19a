using System.Runtime.InteropServices;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>Equality of configurations as data: the order of keys is no difference, nor is 1 against 1.0.</summary>
internal static class SameData
{
    private const int MaxDepth = 100;

    public static bool Equal(Node a, Node b, string? exceptTopLevel = null) => Equal(a, b, exceptTopLevel, 0);

    public static bool Equal(JsonElement? a, JsonElement? b) => (a, b) switch
    {
        (null, null) => true,
        ({ } left, { } right) => Equal(ToNode(left), ToNode(right)),
        _ => false,
    };

    private static Node ToNode(JsonElement element)
        => DocumentReader.Read(JsonMarshal.GetRawUtf8Value(element).ToArray(), SubmissionPath.Root, DocumentLanguage.Json).Root ?? throw new InvalidOperationException("JSON that was read once is read again.");

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

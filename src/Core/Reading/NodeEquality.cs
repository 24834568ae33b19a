using System.Numerics;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Compares nodes by value.</summary>
internal static class NodeEquality
{
    // Up to so many members, looking each one up by walking is faster than an index.
    private const int FewMembers = 48;

    public static bool AreEqual(Node a, Node b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        return (a.Kind, b.Kind) switch
        {
            (NodeKind.Text, NodeKind.Text) => string.Equals(a.AsText, b.AsText, StringComparison.Ordinal),
            (NodeKind.List, NodeKind.List) => ListsAreEqual(a.Items, b.Items),
            (NodeKind.Map, NodeKind.Map) => MapsAreEqual(a, b),
            (NodeKind.Null, NodeKind.Null) => true,
            (NodeKind.Opaque, NodeKind.Opaque) => a.LengthBytes == b.LengthBytes,
            (NodeKind.Number, NodeKind.Number) => a.AsNumber.Equals(b.AsNumber) || a.AsNumber == b.AsNumber,
            (NodeKind.Number, _) => WholeNumber(b) is { } whole && IsThat(a.AsNumber, whole),
            (_, NodeKind.Number) => WholeNumber(a) is { } whole && IsThat(b.AsNumber, whole),
            _ => WholeNumber(a) is { } left && WholeNumber(b) is { } right && left == right,
        };
    }

    private static bool ListsAreEqual(IReadOnlyList<Node> a, IReadOnlyList<Node> b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var index = 0; index < a.Count; index++)
        {
            if (!AreEqual(a[index], b[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MapsAreEqual(Node a, Node b)
    {
        if (a.Members.Count != b.Members.Count)
        {
            return false;
        }

        var index = b.Members.Count <= FewMembers ? null : b.Members.ToDictionary(member => member.Name ?? "", member => member.Value, StringComparer.Ordinal);
        for (var at = 0; at < a.Members.Count; at++)
        {
            var (key, value) = (a.Members[at].Name ?? "", a.Members[at].Value);

            // Copies of a file mostly have their members at the same places.
            var other = string.Equals(b.Members[at].Name, key, StringComparison.Ordinal) ? b.Members[at].Value : index is null ? b[key] : index.GetValueOrDefault(key);
            if (other is null || !AreEqual(value, other))
            {
                return false;
            }
        }

        return true;
    }

    private static BigInteger? WholeNumber(Node node) => node.Kind switch
    {
        NodeKind.Integer => node.AsInteger,
        NodeKind.Boolean => node.AsBoolean ? 1 : 0,
        _ => null,
    };

    private static bool IsThat(double number, BigInteger whole) => double.IsInteger(number) && new BigInteger(number) == whole;
}

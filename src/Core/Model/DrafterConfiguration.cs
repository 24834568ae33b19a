using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Compares configurations of drafters by value: mappings without order, lists in order, 24 as 24.0 and 1 as true, but not as "24".</summary>
internal static class DrafterConfiguration
{
    // Deeper than any file that is read; only cyclic aliases get there.
    private const int DeepestNesting = 1000;

    public static bool AreEqual(IReadOnlyList<Member> left, IReadOnlyList<Member> right) => new Comparison().Members(left, right, 0);

    public static bool AreEqual(Node left, Node right) => new Comparison().Nodes(left, right, 0);

    private sealed class Comparison
    {
        // Aliases share nodes: a pair that was compared, or is being compared, need not be compared again, for one difference ends everything.
        private readonly HashSet<(Node, Node)> _seen = [];

        public bool Members(IReadOnlyList<Member> left, IReadOnlyList<Member> right, int depth)
        {
            if (left.Count != right.Count)
            {
                return false;
            }

            foreach (var member in left)
            {
                if (!Find(right, member.Key, depth, out var other) || !Nodes(member.Value, other, depth + 1))
                {
                    return false;
                }
            }

            return true;
        }

        private bool Find(IReadOnlyList<Member> members, Node key, int depth, out Node value)
        {
            foreach (var member in members)
            {
                if (Nodes(member.Key, key, depth + 1))
                {
                    value = member.Value;
                    return true;
                }
            }

            value = key;
            return false;
        }

        public bool Nodes(Node left, Node right, int depth)
        {
            if (IsNumeric(left) && IsNumeric(right))
            {
                return NumbersAreEqual(left, right);
            }

            if (left.Kind != right.Kind || depth > DeepestNesting)
            {
                return false;
            }

            return left.Kind switch
            {
                NodeKind.Null => true,
                NodeKind.Text or NodeKind.Date => string.Equals(left.AsText, right.AsText, StringComparison.Ordinal),
                NodeKind.Binary => left.AsText is { } text && string.Equals(text, right.AsText, StringComparison.Ordinal),
                NodeKind.Map => !_seen.Add((left, right)) || Members(left.Members, right.Members, depth),
                NodeKind.List => !_seen.Add((left, right)) || Lists(left.Items, right.Items, depth),
                NodeKind.Set => left.Items.Count == right.Items.Count && left.Items.All(item => right.Items.Any(other => Nodes(item, other, depth + 1))),
                _ => false,
            };
        }

        private bool Lists(IReadOnlyList<Node> left, IReadOnlyList<Node> right, int depth)
        {
            if (left.Count != right.Count)
            {
                return false;
            }

            for (var index = 0; index < left.Count; index++)
            {
                if (!Nodes(left[index], right[index], depth + 1))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsNumeric(Node node) => node.Kind is NodeKind.Boolean or NodeKind.Integer or NodeKind.Number;

        private static bool NumbersAreEqual(Node left, Node right) => (left.Kind, right.Kind) switch
        {
            (NodeKind.Number, NodeKind.Number) => left.AsNumber == right.AsNumber,
            (NodeKind.Number, _) => IsWhole(left.AsNumber, Whole(right)),
            (_, NodeKind.Number) => IsWhole(right.AsNumber, Whole(left)),
            _ => Whole(left) == Whole(right),
        };

        private static BigInteger Whole(Node node) => node.Kind is NodeKind.Boolean ? (node.AsBoolean ? 1 : 0) : node.AsInteger;

        private static bool IsWhole(double number, BigInteger whole) => double.IsFinite(number) && double.IsInteger(number) && new BigInteger(number) == whole;
    }
}

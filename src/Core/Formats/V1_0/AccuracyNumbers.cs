using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Turns the untyped values of accuracy files into numbers (rules 1.0 part 3, §1.4 and §5.1).</summary>
internal static class AccuracyNumbers
{
    /// <summary>A score or a weight. Null where it is no number; <paramref name="isOverflow"/> where it is an integer beyond the range of a double.</summary>
    public static double? ToDouble(Node node, out bool isOverflow)
    {
        isOverflow = false;
        switch (node.Kind)
        {
            case NodeKind.Number:
                return node.AsNumber;
            case NodeKind.Boolean:
                return node.AsBoolean ? 1 : 0;
            case NodeKind.Text:
                return PythonText.TryParseNumber(node.AsText, out var number) ? number : null;
            case NodeKind.Integer:
                // Through text, which rounds to nearest even; the conversion operator truncates.
                var value = double.Parse(node.AsInteger.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
                isOverflow = double.IsInfinity(value);
                return value;
            default:
                return null;
        }
    }

    /// <summary>A count: numbers are cut toward zero. Null where it is none; <paramref name="isOverflow"/> where it is infinite.</summary>
    public static BigInteger? ToInteger(Node node, out bool isOverflow)
    {
        isOverflow = false;
        switch (node.Kind)
        {
            case NodeKind.Integer:
                return node.AsInteger;
            case NodeKind.Boolean:
                return node.AsBoolean ? BigInteger.One : BigInteger.Zero;
            case NodeKind.Number when double.IsInfinity(node.AsNumber):
                isOverflow = true;
                return null;
            case NodeKind.Number when !double.IsNaN(node.AsNumber):
                return new BigInteger(node.AsNumber);
            case NodeKind.Text:
                return PythonText.TryParseInteger(node.AsText, out var integer) ? integer : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a value is empty in the sense that it stands for nothing: null, 0, false, an empty text, list or mapping.</summary>
    public static bool IsEmpty(Node node) => node.Kind switch
    {
        NodeKind.Null => true,
        NodeKind.Boolean => !node.AsBoolean,
        NodeKind.Integer => node.AsInteger.IsZero,
        NodeKind.Number => node.AsNumber == 0,
        NodeKind.Text => node.AsText is null or "",
        NodeKind.List => node.Items.Count == 0,
        NodeKind.Map => node.Members.Count == 0,
        _ => false,
    };

    /// <summary>Whether two values are equal, by value across numeric types; a boolean is 1 or 0, NaN equals nothing.</summary>
    /// <remarks>Bounded by the depth of the documents, which the reader limits.</remarks>
    public static bool AreEqual(Node left, Node right)
    {
        if (IsNumeric(left) && IsNumeric(right))
        {
            return AreEqualNumbers(left, right);
        }

        if (left.Kind != right.Kind)
        {
            return false;
        }

        switch (left.Kind)
        {
            case NodeKind.Null:
                return true;
            case NodeKind.Text:
                return string.Equals(left.AsText, right.AsText, StringComparison.Ordinal);
            case NodeKind.List:
                return AreEqualLists(left.Items, right.Items);
            case NodeKind.Map:
                return AreEqualMaps(left.Members, right.Members);
            default:
                return false;
        }
    }

    private static bool AreEqualLists(IReadOnlyList<Node> left, IReadOnlyList<Node> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var at = 0; at < left.Count; at++)
        {
            if (!AreEqual(left[at], right[at]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqualMaps(IReadOnlyList<Member> left, IReadOnlyList<Member> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        // By a table: a stranger's mapping may have very many members.
        var byName = new Dictionary<string, Node>(right.Count, StringComparer.Ordinal);
        foreach (var member in right)
        {
            byName[member.Name ?? ""] = member.Value;
        }

        foreach (var member in left)
        {
            if (!byName.TryGetValue(member.Name ?? "", out var other) || !AreEqual(member.Value, other))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumeric(Node node) => node.Kind is NodeKind.Integer or NodeKind.Number or NodeKind.Boolean;

    private static bool AreEqualNumbers(Node left, Node right)
    {
        if (left.Kind is NodeKind.Number && right.Kind is NodeKind.Number)
        {
            return left.AsNumber == right.AsNumber;
        }

        return ExactInteger(left) is { } first && ExactInteger(right) is { } second && first == second;
    }

    // One of the two is an integer, so the other one equals it only if it is whole.
    private static BigInteger? ExactInteger(Node node) => node.Kind switch
    {
        NodeKind.Integer => node.AsInteger,
        NodeKind.Boolean => node.AsBoolean ? BigInteger.One : BigInteger.Zero,
        _ => double.IsInteger(node.AsNumber) ? new BigInteger(node.AsNumber) : null,
    };
}

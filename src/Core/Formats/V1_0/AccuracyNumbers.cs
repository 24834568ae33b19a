using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Turns the untyped values of accuracy files into numbers (rules 1.0 part 3, §1.4 and §5.1).</summary>
internal static class AccuracyNumbers
{
    /// <summary>A score or a weight. Null where it is no number; <paramref name="isOverflow"/> where it is an integer beyond the range of a double.</summary>
    public static double? ToDouble(Node node, out bool isOverflow)
    {
        var value = PythonText.ToNumber(node);
        isOverflow = node.Kind is NodeKind.Integer && value is { } number && double.IsInfinity(number);
        return value;
    }

    /// <summary>A count: numbers are cut toward zero. Null where it is none; <paramref name="isOverflow"/> where it is infinite.</summary>
    public static BigInteger? ToInteger(Node node, out bool isOverflow)
    {
        isOverflow = node.Kind is NodeKind.Number && double.IsInfinity(node.AsNumber);
        return PythonText.ToInteger(node);
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

    /// <summary>Whether two values are equal, by value across numeric types; a boolean is 1 or 0, and NaN equals nothing.</summary>
    public static bool AreEqual(Node left, Node right) => left.ValueEquals(right) && !HoldsNaN(left);

    // Bounded by the depth that the reader allows.
    private static bool HoldsNaN(Node node)
    {
        foreach (var item in node.Items)
        {
            if (HoldsNaN(item))
            {
                return true;
            }
        }

        foreach (var member in node.Members)
        {
            if (HoldsNaN(member.Value))
            {
                return true;
            }
        }

        return node.Kind is NodeKind.Number && double.IsNaN(node.AsNumber);
    }
}

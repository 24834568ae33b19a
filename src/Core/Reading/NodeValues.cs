using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Values of nodes that no typed field was read from.</summary>
public static class NodeValues
{
    extension(Node node)
    {
        /// <summary>The number as a double, whole or not; null for anything else, also for booleans, and for a whole number beyond a double.</summary>
        public double? RawNumber => node.Kind switch
        {
            NodeKind.Number => node.AsNumber,
            NodeKind.Integer when ToDouble(node.AsInteger) is var number && double.IsFinite(number) => number,
            _ => null,
        };

        /// <summary>Whether two values are equal: deeply, in a mapping without regard to order; <c>1</c>, <c>1.0</c> and <c>true</c> are equal, and NaN equals itself.</summary>
        /// <remarks>For values of JSON files, whose depth the reader bounds; YAML aliases may be cyclic.</remarks>
        public bool ValueEquals(Node other) => NodeEquality.AreEqual(node, other);
    }

    /// <summary>The double nearest to a whole number; infinite where it is beyond them.</summary>
    /// <remarks>Through text, which rounds to the nearest even; the conversion operator cuts.</remarks>
    public static double ToDouble(BigInteger value)
        => value >= -(1L << 53) && value <= 1L << 53 ? (long)value : double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

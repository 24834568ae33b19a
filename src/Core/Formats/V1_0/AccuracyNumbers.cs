using System.Globalization;
using System.Numerics;
using System.Text;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Turns the untyped values of accuracy files into numbers (rules 1.0 part 3, §1.4 and §5.1).</summary>
internal static class AccuracyNumbers
{
    // The reference's own bound on the digits of an integer in a text.
    private const int MaxIntegerDigits = 4300;

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
                return Normalise(node.AsText ?? "") is { } text ? ParseFloat(text) : null;
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
            case NodeKind.Text when Normalise(node.AsText ?? "") is { } text && IsInteger(text):
                return BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
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

    /// <summary>Trims, and turns decimal digits of any script into ASCII; null where an underscore does not stand between two digits or anything else is not ASCII.</summary>
    private static string? Normalise(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var ascii = new StringBuilder(trimmed.Length);
        var afterDigit = false;
        var afterUnderscore = false;
        for (var at = 0; at < trimmed.Length; at++)
        {
            var c = trimmed[at];
            if (c == '_')
            {
                if (!afterDigit)
                {
                    return null;
                }

                (afterDigit, afterUnderscore) = (false, true);
                continue;
            }

            if (!char.IsAscii(c))
            {
                if (DecimalDigit(trimmed[at..], out var length) is not { } digit)
                {
                    return null;
                }

                c = digit;
                at += length - 1;
            }

            afterDigit = char.IsAsciiDigit(c);
            if (afterUnderscore && !afterDigit)
            {
                return null;
            }

            afterUnderscore = false;
            ascii.Append(c);
        }

        return afterUnderscore ? null : ascii.ToString();
    }

    private static char? DecimalDigit(ReadOnlySpan<char> text, out int length)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out length) is not System.Buffers.OperationStatus.Done)
        {
            return null;
        }

        var value = Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber ? (int)Rune.GetNumericValue(rune) : -1;
        return value is >= 0 and <= 9 ? (char)('0' + value) : null;
    }

    private static bool IsInteger(string text)
    {
        var digits = text.AsSpan();
        if (digits is ['+' or '-', ..])
        {
            digits = digits[1..];
        }

        return digits.Length is > 0 and <= MaxIntegerDigits && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static double? ParseFloat(string text)
    {
        var rest = text.AsSpan();
        var isNegative = rest is ['-', ..];
        if (rest is ['+' or '-', ..])
        {
            rest = rest[1..];
        }

        if (rest.Equals("inf", StringComparison.OrdinalIgnoreCase) || rest.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            return isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (rest.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        return IsUnsignedDecimal(rest) ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }

    private static bool IsUnsignedDecimal(ReadOnlySpan<char> text)
    {
        var digits = SkipDigits(ref text);
        if (text is ['.', ..])
        {
            text = text[1..];
            digits += SkipDigits(ref text);
        }

        if (digits > 0 && text is ['e' or 'E', ..])
        {
            text = text[1..];
            if (text is ['+' or '-', ..])
            {
                text = text[1..];
            }

            digits = SkipDigits(ref text);
        }

        return digits > 0 && text.IsEmpty;
    }

    private static int SkipDigits(ref ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        count = count < 0 ? text.Length : count;
        text = text[count..];
        return count;
    }
}

using System.Globalization;
using System.Numerics;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <content>The coercion tables: rules 0.7 §3.3, rules 1.0 part 1 §3.4 and part 2 §1.3.</content>
public sealed partial class FieldReader
{
    private const int MaxIntegerDigits = 4300;
    private const double TwoToThe63 = 9223372036854775808.0;

    private static bool HasUnpairedSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return true;
                }

                i++;
            }
        }

        return false;
    }

    private static int CodePoints(string text)
    {
        var count = text.Length;
        foreach (var unit in text)
        {
            count -= char.IsLowSurrogate(unit) ? 1 : 0;
        }

        return count;
    }

    // Bytes that are text count as text wherever a key is wanted.
    private static string? KeyText(Node key) => key.Kind is NodeKind.Text or NodeKind.Binary ? key.AsText : null;

    private static string Bounded(string noun, string? atLeast, string? greaterThan, string? atMost)
    {
        var text = new StringBuilder(noun);
        var joint = " of ";
        if (atLeast is not null)
        {
            text.Append(joint).Append("at least ").Append(atLeast);
            joint = " and ";
        }

        if (greaterThan is not null)
        {
            text.Append(joint is " of " ? " " : joint).Append("greater than ").Append(greaterThan);
            joint = " and ";
        }

        return atMost is null ? text.ToString() : text.Append(joint).Append("at most ").Append(atMost).ToString();
    }

    private BigInteger? ToInteger(in Spot spot, Node node, BigInteger? atLeast, BigInteger? greaterThan, BigInteger? atMost)
    {
        BigInteger value;
        switch (node.Kind)
        {
            case NodeKind.Integer:
                value = node.AsInteger;
                break;

            case NodeKind.Boolean:
                value = node.AsBoolean ? BigInteger.One : BigInteger.Zero;
                break;

            case NodeKind.Number:
                var number = node.AsNumber;
                if (!double.IsFinite(number) || (Math.Truncate(number) == number && Math.Abs(number) >= TwoToThe63))
                {
                    Note(FieldKeys.Unworded, spot, node, double.IsFinite(number) ? "an integer, written out if it is this large" : Expectations.Integer);
                    return null;
                }

                if (Math.Truncate(number) != number)
                {
                    Note(FieldKeys.IntFromFloat, spot, node, "an integer, without a fraction");
                    return null;
                }

                value = new BigInteger(number);
                break;

            case NodeKind.Text or NodeKind.Binary:
                if (!TryReadInteger(spot, node, out value))
                {
                    return null;
                }

                break;

            default:
                Note(FieldKeys.IntType, spot, node, Expectations.Integer);
                return null;
        }

        var broken = atMost is { } most && value > most ? FieldKeys.LessThanEqual
            : atLeast is { } least && value < least ? FieldKeys.GreaterThanEqual
            : greaterThan is { } above && value <= above ? FieldKeys.GreaterThan
            : null;
        if (broken is not null)
        {
            Note(broken, spot, node, Bounded(Expectations.Integer, Print(atLeast), Print(greaterThan), Print(atMost)));
            return null;
        }

        return value;

        static string? Print(BigInteger? bound) => bound?.ToString(CultureInfo.InvariantCulture);
    }

    private bool TryReadInteger(in Spot spot, Node node, out BigInteger value)
    {
        value = default;
        var key = FieldKeys.IntParsing;
        var expected = Expectations.Integer;
        if (node.AsText is { } text)
        {
            if (HasUnpairedSurrogate(text))
            {
                key = FieldKeys.Unworded;
            }
            else
            {
                switch (LaxText.TryParseInteger(text, MaxIntegerDigits, out value))
                {
                    case LaxText.IntegerReading.Read:
                        return true;
                    case LaxText.IntegerReading.TooLong:
                        key = FieldKeys.Unworded;
                        expected = string.Create(CultureInfo.InvariantCulture, $"an integer of at most {MaxIntegerDigits} digits");
                        break;
                    default:
                        break;
                }
            }
        }

        Note(key, spot, node, expected);
        return false;
    }

    private double? ToNumber(in Spot spot, Node node, double? atLeast, double? greaterThan, double? atMost, bool isStrict = false)
    {
        double value;
        switch (node.Kind)
        {
            case NodeKind.Number:
                value = node.AsNumber;
                break;

            case NodeKind.Integer:
                if (LaxText.ToDouble(node.AsInteger) is not { } number)
                {
                    Note(FieldKeys.FloatType, spot, node, "a number of at most 1.797e308");
                    return null;
                }

                value = number;
                break;

            case NodeKind.Boolean when !isStrict:
                value = node.AsBoolean ? 1 : 0;
                break;

            case NodeKind.Text or NodeKind.Binary when !isStrict:
                if (node.AsText is { } text && HasUnpairedSurrogate(text))
                {
                    Note(FieldKeys.Unworded, spot, node, Expectations.Number);
                    return null;
                }

                if (!LaxText.TryParseNumber(node.AsText, out value))
                {
                    Note(FieldKeys.FloatParsing, spot, node, Expectations.Number);
                    return null;
                }

                break;

            default:
                Note(FieldKeys.FloatType, spot, node, isStrict ? Expectations.StrictNumber : Expectations.Number);
                return null;
        }

        // Written so that what is no number fails the first bound there is.
        var broken = atMost is { } most && !(value <= most) ? FieldKeys.LessThanEqual
            : atLeast is { } least && !(value >= least) ? FieldKeys.GreaterThanEqual
            : greaterThan is { } above && !(value > above) ? FieldKeys.GreaterThan
            : null;
        if (broken is not null)
        {
            Note(broken, spot, node, Bounded(Expectations.Number, Print(atLeast), Print(greaterThan), Print(atMost)));
            return null;
        }

        return value;

        static string? Print(double? bound) => bound?.ToString("R", CultureInfo.InvariantCulture);
    }

    private bool? ToBoolean(in Spot spot, Node node)
    {
        bool? value = null;
        var key = FieldKeys.BoolType;
        switch (node.Kind)
        {
            case NodeKind.Boolean:
                return node.AsBoolean;

            case NodeKind.Integer:
                var integer = node.AsInteger;
                value = integer.IsZero ? false : integer.IsOne ? true : null;
                key = integer >= long.MinValue && integer <= long.MaxValue ? FieldKeys.BoolParsing : FieldKeys.BoolType;
                break;

            case NodeKind.Number:
                var number = node.AsNumber;
                value = number switch { 0 => false, 1 => true, _ => null };
                key = Math.Truncate(number) == number && Math.Abs(number) < TwoToThe63 ? FieldKeys.BoolParsing : FieldKeys.BoolType;
                break;

            case NodeKind.Text or NodeKind.Binary:
                value = LaxText.ParseBoolean(node.AsText);
                key = node.AsText is { } text && HasUnpairedSurrogate(text) ? FieldKeys.Unworded : FieldKeys.BoolParsing;
                break;

            default:
                break;
        }

        if (value is null)
        {
            Note(key, spot, node, Expectations.Boolean);
        }

        return value;
    }

    private string? ToText(in Spot spot, Node node, int minLength)
    {
        if (node.Kind is not (NodeKind.Text or NodeKind.Binary))
        {
            Note(FieldKeys.StringType, spot, node, node.Kind is NodeKind.Integer or NodeKind.Number or NodeKind.Boolean or NodeKind.Date ? "text; put the value in quotes" : Expectations.Text);
            return null;
        }

        if (node.AsText is not { } text)
        {
            Note(FieldKeys.Unworded, spot, node, "text in UTF-8");
            return null;
        }

        if (minLength <= 0)
        {
            return text;
        }

        if (HasUnpairedSurrogate(text))
        {
            Note(FieldKeys.Unworded, spot, node, Expectations.WholeText);
            return null;
        }

        if (text.Length < minLength || CodePoints(text) < minLength)
        {
            Note(FieldKeys.StringTooShort, spot, node, string.Create(CultureInfo.InvariantCulture, $"text of at least {minLength} character{(minLength == 1 ? "" : "s")}"));
            return null;
        }

        return text;
    }

    private FieldReader? ToObject(in Spot spot, Node node)
    {
        if (node.Kind is NodeKind.Map)
        {
            return new FieldReader(node, FieldOf(spot), PointerOf(spot), _problems, this);
        }

        Note(FieldKeys.ModelType, spot, node, Expectations.Mapping);
        return null;
    }

    private bool IsList(in Spot spot, Node node, int minCount)
    {
        if (node.Kind is not (NodeKind.List or NodeKind.Set))
        {
            Note(FieldKeys.ListType, spot, node, Expectations.List);
            return false;
        }

        if (node.Items.Count < minCount)
        {
            Note(FieldKeys.TooShort, spot, node, string.Create(CultureInfo.InvariantCulture, $"a list of at least {minCount}"));
            return false;
        }

        return true;
    }

    // Notes also every key that is no text.
    private bool IsMapping(in Spot spot, Node node)
    {
        if (node.Kind is not NodeKind.Map)
        {
            Note(FieldKeys.DictType, spot, node, Expectations.Mapping);
            return false;
        }

        foreach (var member in node.Members)
        {
            if (KeyText(member.Key) is null)
            {
                NoteKey(FieldKeys.StringType, spot.Name, member.Key, Expectations.TextKey);
            }
        }

        return true;
    }
}

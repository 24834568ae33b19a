using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using MlPerf.Endpoints.Rules.Mlx.Schema;

namespace MlPerf.Endpoints.Rules.Mlx.Validation;

/// <summary>Judges a document in one pass over its tokens: whether it is JSON and keeps to the schema. No tree, no text, no allocation.</summary>
/// <remarks>"Yes" is certain. "No" also stands for what is rare and easier to judge on a tree: an escape where a name or a constrained text is wanted,
/// a whole number beyond a double, nesting beyond <see cref="MaxDepth"/>, a faulty value that a later member of the same name replaces.</remarks>
internal static class EnvelopeScanner
{
    private const int MaxDepth = 1024;

    // A whole number of fewer digits is within a double.
    private const int SafeDigits = 300;

    public static bool IsValid(ReadOnlySpan<byte> utf8, SchemaNode schema)
    {
        if (!Utf8.IsValid(utf8))
        {
            return false;
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            return reader.Read() && Value(ref reader, schema) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Recursion follows the schema, which is not deep; what the schema leaves open is skipped without.
    private static bool Value(ref Utf8JsonReader reader, SchemaNode schema)
    {
        var kinds = schema.Kinds;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return (kinds & JsonKinds.String) != 0 && (schema.IsAnyText || Text(ref reader, schema));
            case JsonTokenType.Number:
                return (kinds & (JsonKinds.Number | JsonKinds.Integer)) != 0 && Number(reader.ValueSpan, schema);
            case JsonTokenType.True or JsonTokenType.False:
                return (kinds & JsonKinds.Boolean) != 0;
            case JsonTokenType.Null:
                return (kinds & JsonKinds.Null) != 0;
            case JsonTokenType.StartObject when !schema.IsAnything:
                return (kinds & JsonKinds.Object) != 0 && Object(ref reader, schema);
            case JsonTokenType.StartArray when schema.Items is { } items:
                return Array(ref reader, items);
            case JsonTokenType.StartArray when (kinds & JsonKinds.Array) == 0:
                return false;
            default:
                reader.Skip();
                return true;
        }
    }

    private static bool Object(ref Utf8JsonReader reader, SchemaNode schema)
    {
        var seen = 0UL;
        var likely = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueIsEscaped)
            {
                return false;
            }

            var index = IndexOf(schema.Members, reader.ValueSpan, likely);
            reader.Read();
            if (index >= 0)
            {
                // Writers keep to an order: the next name is mostly the next member.
                likely = index + 1;
                seen |= 1UL << index;
                if (!Value(ref reader, schema.Members[index].Schema))
                {
                    return false;
                }
            }
            else if (schema.IsClosed)
            {
                return false;
            }
            else if (schema.Others is not { } others)
            {
                reader.Skip();
            }
            else if (!Value(ref reader, others))
            {
                return false;
            }
        }

        return (seen & schema.RequiredMask) == schema.RequiredMask;
    }

    private static bool Array(ref Utf8JsonReader reader, SchemaNode items)
    {
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (!Value(ref reader, items))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Text(ref Utf8JsonReader reader, SchemaNode schema)
    {
        var text = reader.ValueSpan;
        return !reader.ValueIsEscaped
            && (schema.Utf8Options is not { } options || IsOneOf(options, text))
            && (schema.MinLength == 0 || CodePoints(text) >= schema.MinLength)
            && schema.Pattern?.Matches(text) is not false
            && (!schema.IsDateTime || Rfc3339.IsDateTime(text));
    }

    private static bool Number(ReadOnlySpan<byte> number, SchemaNode schema)
    {
        var isInteger = (schema.Kinds & JsonKinds.Number) == 0;
        if (isInteger ? number.Length < SafeDigits && !number.ContainsAny(".eE"u8) : schema.Minimum is not { } minimum || (number[0] != '-' && minimum <= 0))
        {
            return true;
        }

        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        return (!isInteger || (double.IsFinite(value) && Math.Truncate(value) == value)) && (schema.Minimum is not { } least || value >= least);
    }

    private static int IndexOf(SchemaMember[] members, ReadOnlySpan<byte> name, int likely)
    {
        if (likely < members.Length && name.SequenceEqual(members[likely].Utf8Name))
        {
            return likely;
        }

        for (var index = 0; index < members.Length; index++)
        {
            if (name.SequenceEqual(members[index].Utf8Name))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsOneOf(byte[][] options, ReadOnlySpan<byte> text)
    {
        foreach (var option in options)
        {
            if (text.SequenceEqual(option))
            {
                return true;
            }
        }

        return false;
    }

    private static int CodePoints(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            count += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}

using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Rules.Mlx.Schema;

namespace MlPerf.Endpoints.Rules.Mlx.Validation;

/// <summary>The keywords of the schema, each judged by itself: a wrong type stops only what is meaningless for it.</summary>
internal static class Keywords
{
    public const string Type = "type";
    public const string Const = "const";
    public const string Enum = "enum";
    public const string MinLength = "minLength";
    public const string Pattern = "pattern";
    public const string Format = "format";
    public const string Minimum = "minimum";
    public const string Required = "required";
    public const string AdditionalProperties = "additionalProperties";

    public static bool BreaksType(Node node, SchemaNode schema) => (KindOf(node) & schema.Kinds) == 0;

    public static bool BreaksConst(Node node, SchemaNode schema) => schema.HasConst && !IsOption(node, schema);

    public static bool BreaksEnum(Node node, SchemaNode schema) => schema is { Options: not null, HasConst: false } && !IsOption(node, schema);

    public static bool BreaksMinLength(Node node, SchemaNode schema) => node is { Kind: NodeKind.Text, AsText: { } text } && CodePoints(text) < schema.MinLength;

    public static bool BreaksPattern(Node node, SchemaNode schema) => node is { Kind: NodeKind.Text, AsText: { } text } && schema.Pattern?.Matches(text) is false;

    public static bool BreaksFormat(Node node, SchemaNode schema) => schema.IsDateTime && node is { Kind: NodeKind.Text, AsText: { } text } && !Rfc3339.IsDateTime(text);

    /// <summary>Numbers count as doubles, as every consumer reads them: what is lost in a double is no fault.</summary>
    public static bool BreaksMinimum(Node node, SchemaNode schema) => schema.Minimum is { } minimum && NumberOf(node) < minimum;

    /// <summary>The members that an object lacks, in the order of the schema.</summary>
    public static IEnumerable<string> Missing(Node node, SchemaNode schema)
        => node.Kind is NodeKind.Map ? schema.Members.Where(member => member.IsRequired && node[member.Name] is null).Select(member => member.Name) : [];

    /// <summary>The members that a closed object has too much, in the order of the file.</summary>
    public static IEnumerable<Member> Surplus(Node node, SchemaNode schema)
        => node.Kind is NodeKind.Map && schema.IsClosed ? node.Members.Where(member => schema[member.Name ?? ""] is null) : [];

    /// <summary>Whether any keyword is broken.</summary>
    public static bool BreaksAny(Node node, SchemaNode schema)
        => BreaksType(node, schema) || BreaksConst(node, schema) || BreaksEnum(node, schema) || BreaksMinLength(node, schema) || BreaksPattern(node, schema)
            || BreaksFormat(node, schema) || BreaksMinimum(node, schema) || (node.Kind is NodeKind.Map && !HasItsMembers(node, schema));

    /// <summary>Whether the value is a whole number that no double holds: valid, but no consumer can read it.</summary>
    public static bool IsBeyondDouble(Node node, SchemaNode schema)
        => (schema.Kinds & (JsonKinds.Integer | JsonKinds.Number)) == JsonKinds.Integer && NumberOf(node) is { } number && !double.IsFinite(number);

    public static double? NumberOf(Node node) => node.Kind switch
    {
        NodeKind.Number => node.AsNumber,
        NodeKind.Integer => NodeValues.ToDouble(node.AsInteger),
        _ => null,
    };

    // The names of a mapping are each there once: required members that are missing show in the mask.
    private static bool HasItsMembers(Node node, SchemaNode schema)
    {
        var seen = 0UL;
        var likely = 0;
        foreach (var member in node.Members)
        {
            var index = schema.IndexOf(member.Name ?? "", likely);
            if (index >= 0)
            {
                likely = index + 1;
                seen |= 1UL << index;
            }
            else if (schema.IsClosed)
            {
                return false;
            }
        }

        return (seen & schema.RequiredMask) == schema.RequiredMask;
    }

    private static bool IsOption(Node node, SchemaNode schema) => node.Kind is NodeKind.Text && schema.Options!.Contains(node.AsText, StringComparer.Ordinal);

    private static JsonKinds KindOf(Node node) => node.Kind switch
    {
        NodeKind.Text => JsonKinds.String,
        NodeKind.Integer => JsonKinds.Integer,
        NodeKind.Number => IsWhole(node.AsNumber) ? JsonKinds.Integer : JsonKinds.Number,
        NodeKind.Boolean => JsonKinds.Boolean,
        NodeKind.Null => JsonKinds.Null,
        NodeKind.Map => JsonKinds.Object,
        NodeKind.List => JsonKinds.Array,
        _ => JsonKinds.None,
    };

    // A number beyond a double is a power of ten with all digits before the point; an infinite one is whole.
    private static bool IsWhole(double number) => Math.Truncate(number) == number;

    // Each half of a surrogate pair that stands alone is a code point too.
    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var at = 1; at < text.Length; at++)
        {
            count -= char.IsSurrogatePair(text[at - 1], text[at]) ? 1 : 0;
        }

        return count;
    }
}

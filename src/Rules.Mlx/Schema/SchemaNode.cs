using System.Text;
using System.Text.Json;

namespace MlPerf.Endpoints.Rules.Mlx.Schema;

/// <summary>What one value must be: those keywords of draft-07 that the envelope's schema uses.</summary>
internal sealed class SchemaNode
{
    // One bit of a word for each member that was seen.
    private const int MostMembers = 64;

    private static readonly string[] Known = ["type", "const", "enum", "minLength", "pattern", "format", "minimum", "required", "additionalProperties", "properties", "items"];

    /// <summary>Reads a schema. Its own nesting is that of a trusted data file.</summary>
    /// <param name="json">The schema.</param>
    /// <param name="pointer">Where instances of it stand, with <c>*</c> for any index.</param>
    /// <param name="without">Members to leave out, by such a pointer.</param>
    /// <exception cref="JsonException">A keyword is unknown or has a value of the wrong kind.</exception>
    public SchemaNode(JsonElement json, string pointer, IReadOnlySet<string> without)
    {
        Pointer = pointer;
        foreach (var keyword in json.EnumerateObject())
        {
            if (!Known.Contains(keyword.Name, StringComparer.Ordinal))
            {
                throw new JsonException($"The schema at '{pointer}' has the keyword '{keyword.Name}'; known are {string.Join(", ", Known)}.");
            }
        }

        Kinds = json.TryGetProperty("type", out var type) ? KindsOf(type) : JsonKinds.Any;
        Options = json.TryGetProperty("const", out var constant) ? [constant.GetString() ?? ""] : json.TryGetProperty("enum", out var options) ? [.. options.EnumerateArray().Select(option => option.GetString() ?? "")] : null;
        Utf8Options = Options?.Select(Encoding.UTF8.GetBytes).ToArray();
        HasConst = constant.ValueKind is not JsonValueKind.Undefined;
        MinLength = json.TryGetProperty("minLength", out var minLength) ? minLength.GetInt32() : 0;
        Pattern = json.TryGetProperty("pattern", out var pattern) ? CharacterPattern.Parse(pattern.GetString() ?? "") : null;
        IsDateTime = json.TryGetProperty("format", out var format) && (format.ValueEquals("date-time") ? true : throw new JsonException($"The schema at '{pointer}' has the format {format}; known is date-time."));
        Minimum = json.TryGetProperty("minimum", out var minimum) ? minimum.GetDouble() : null;
        Items = json.TryGetProperty("items", out var items) ? new SchemaNode(items, pointer + "/*", without) : null;
        if (json.TryGetProperty("additionalProperties", out var others))
        {
            IsClosed = others.ValueKind is JsonValueKind.False;
            Others = others.ValueKind is JsonValueKind.Object ? new SchemaNode(others, pointer + "/*", without) : null;
        }

        var required = json.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString() ?? "").ToHashSet(StringComparer.Ordinal) : [];
        Members = json.TryGetProperty("properties", out var members)
            ? [.. members.EnumerateObject().Where(member => !without.Contains($"{pointer}/{member.Name}"))
                .Select(member => new SchemaMember(member.Name, Encoding.UTF8.GetBytes(member.Name), new SchemaNode(member.Value, $"{pointer}/{member.Name}", without), required.Remove(member.Name)))]
            : [];
        if (required.Count > 0 || Members.Length > MostMembers)
        {
            throw new JsonException($"The schema at '{pointer}' requires members that it does not describe, or has more than {MostMembers}.");
        }

        for (var index = 0; index < Members.Length; index++)
        {
            RequiredMask |= Members[index].IsRequired ? 1UL << index : 0;
        }

        IsAnything = Kinds is JsonKinds.Any && Options is null && MinLength == 0 && Pattern is null && !IsDateTime && Minimum is null && Items is null && Others is null && !IsClosed && Members.Length == 0;
        KindsInWords = Words.Of(Kinds);
        OptionsInWords = Words.Quoted(Options);
        IsAnyText = Options is null && MinLength == 0 && Pattern is null && !IsDateTime;
    }

    /// <summary>Where instances stand, with <c>*</c> for any index.</summary>
    public string Pointer { get; }

    public JsonKinds Kinds { get; }

    /// <summary>The texts of <c>const</c> or <c>enum</c>; null where any will do.</summary>
    public string[]? Options { get; }

    public byte[][]? Utf8Options { get; }

    /// <summary>Whether <see cref="Options"/> is the one of <c>const</c>.</summary>
    public bool HasConst { get; }

    /// <summary>Least number of code points.</summary>
    public int MinLength { get; }

    public CharacterPattern? Pattern { get; }

    public bool IsDateTime { get; }

    public double? Minimum { get; }

    /// <summary>What each element must be; null where anything will do.</summary>
    public SchemaNode? Items { get; }

    public SchemaMember[] Members { get; }

    public ulong RequiredMask { get; }

    /// <summary>Whether an object may have no members but <see cref="Members"/>.</summary>
    public bool IsClosed { get; }

    /// <summary>What the value of any other member must be; null where anything will do.</summary>
    public SchemaNode? Others { get; }

    /// <summary>Whether nothing at all is demanded.</summary>
    public bool IsAnything { get; }

    /// <summary>Whether every text will do.</summary>
    public bool IsAnyText { get; }

    /// <summary>What <see cref="Kinds"/> and <see cref="Options"/> say in words.</summary>
    public string KindsInWords { get; }

    /// <inheritdoc cref="KindsInWords"/>
    public string OptionsInWords { get; }

    /// <summary>The member with a name; null where it is not described.</summary>
    public SchemaMember? this[string name] => IndexOf(name, 0) is var index and >= 0 ? Members[index] : null;

    /// <summary>Where the member with a name stands in <see cref="Members"/>; -1 where it is not described.</summary>
    /// <param name="name">The name.</param>
    /// <param name="likely">Where it probably stands.</param>
    public int IndexOf(string name, int likely)
    {
        if (likely < Members.Length && string.Equals(Members[likely].Name, name, StringComparison.Ordinal))
        {
            return likely;
        }

        for (var index = 0; index < Members.Length; index++)
        {
            if (string.Equals(Members[index].Name, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    private static JsonKinds KindsOf(JsonElement type)
    {
        if (type.ValueKind is JsonValueKind.Array)
        {
            var all = JsonKinds.None;
            foreach (var one in type.EnumerateArray())
            {
                all |= KindsOf(one);
            }

            return all;
        }

        return type.GetString() switch
        {
            "string" => JsonKinds.String,
            "number" => JsonKinds.Number | JsonKinds.Integer,
            "integer" => JsonKinds.Integer,
            "boolean" => JsonKinds.Boolean,
            "null" => JsonKinds.Null,
            "object" => JsonKinds.Object,
            "array" => JsonKinds.Array,
            var unknown => throw new JsonException($"'{unknown}' is no type."),
        };
    }
}

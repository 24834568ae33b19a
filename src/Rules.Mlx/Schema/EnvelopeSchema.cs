using System.Collections.Frozen;
using System.Text.Json;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Mlx.Schema;

/// <summary>The states of the envelope's schema v1: data, so that a later state needs no new release.</summary>
/// <remarks>v1 grows by optional members without a new version. Each state is a dialect: <c>v1</c>, the one to validate against, and <c>0.6.1</c>,
/// the oldest known, which lacks the five members of a row that have a minimum.</remarks>
[RuleData("mlx/envelope-v1.json")]
public sealed class EnvelopeSchema
{
    /// <summary>The state that is validated against where nothing else is said.</summary>
    public const string Current = "v1";

    // Every checker makes the format, few see an envelope.
    private readonly Lazy<States> _states;

    private EnvelopeSchema(Lazy<States> states) => _states = states;

    /// <summary>The bundled states.</summary>
    public static EnvelopeSchema Default { get; } = new(new Lazy<States>(static () => Read(Bundled())));

    /// <summary>The names of the states.</summary>
    public IEnumerable<string> Dialects => _states.Value.Dialects.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the states from JSON.</summary>
    /// <exception cref="JsonException">It is no JSON, or a schema uses a keyword that is not known.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    public static EnvelopeSchema Parse(ReadOnlyMemory<byte> utf8Json) => new(new Lazy<States>(Read(utf8Json)));

    internal SchemaNode Root(string? dialect) => _states.Value.Dialects.GetValueOrDefault(dialect ?? Current) ?? _states.Value.Dialects[Current];

    /// <summary>Whether a state other than the given one knows a member.</summary>
    internal bool IsKnownElsewhere(SchemaNode schema, string member)
    {
        var (dialects, known) = _states.Value;
        if (known.TryGetValue(schema.Pointer, out var later) && later.Contains(member))
        {
            return true;
        }

        foreach (var (_, root) in dialects)
        {
            if (Find(root, schema.Pointer) is { } other && other[member] is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static States Read(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        var schema = document.RootElement.GetProperty("schema");
        return new States(
            document.RootElement.GetProperty("dialects").EnumerateObject().ToFrozenDictionary(
                dialect => dialect.Name,
                dialect => new SchemaNode(schema, "", Texts(dialect.Value)),
                StringComparer.Ordinal),
            document.RootElement.GetProperty("later").EnumerateObject().ToFrozenDictionary(place => place.Name, place => Texts(place.Value), StringComparer.Ordinal));
    }

    private static SchemaNode? Find(SchemaNode schema, string pointer)
    {
        var found = schema;
        foreach (var part in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = part is "*" ? found?.Items ?? found?.Others : found?[part]?.Schema;
        }

        return found;
    }

    private static FrozenSet<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString() ?? "").ToFrozenSet(StringComparer.Ordinal);

    private static ReadOnlyMemory<byte> Bundled()
    {
        using var stream = typeof(EnvelopeSchema).Assembly.GetManifestResourceStream("data/mlx/envelope-v1.json")
            ?? throw new InvalidOperationException("The schema is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record States(FrozenDictionary<string, SchemaNode> Dialects, FrozenDictionary<string, FrozenSet<string>> Later);
}

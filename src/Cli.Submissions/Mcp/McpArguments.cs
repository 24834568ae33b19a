using System.Text.Json;

namespace MlPerf.Endpoints.SubmissionCli.Mcp;

/// <summary>Arguments of a call, checked against the tool's parameters before anything runs.</summary>
internal sealed class McpArguments
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);

    /// <exception cref="UsageException">An argument is missing or of another type.</exception>
    public McpArguments(McpTool tool, IEnumerable<KeyValuePair<string, JsonElement>>? arguments)
    {
        foreach (var (name, value) in arguments ?? [])
        {
            _values[name] = value;
        }

        foreach (var parameter in tool.Parameters)
        {
            Check(parameter);
        }
    }

    public string? Text(string name) => _values.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public bool Flag(string name) => _values.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.True;

    public IEnumerable<string> List(string name)
        => _values.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString() ?? "") : [];

    private void Check(McpParameter parameter)
    {
        if (!_values.TryGetValue(parameter.Name, out var value))
        {
            if (parameter.IsRequired)
            {
                throw new UsageException($"The argument '{parameter.Name}' is missing.");
            }

            return;
        }

        var fits = (parameter.Kind, value.ValueKind) switch
        {
            (McpParameterKind.NullableText or McpParameterKind.NullableList, JsonValueKind.Null) => true,
            (McpParameterKind.Text or McpParameterKind.NullableText, JsonValueKind.String) => parameter.Values is null || parameter.Values.Contains(value.GetString(), StringComparer.Ordinal),
            (McpParameterKind.Flag, JsonValueKind.True or JsonValueKind.False) => true,
            (McpParameterKind.List or McpParameterKind.NullableList, JsonValueKind.Array) => value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String),
            _ => false,
        };
        if (!fits)
        {
            throw new UsageException($"The argument '{parameter.Name}' is {value.GetRawText()}; expected {(parameter.Values is null ? parameter.Kind.ToString() : string.Join(", ", parameter.Values))}.");
        }
    }
}

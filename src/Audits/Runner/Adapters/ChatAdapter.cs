using System.Collections.Immutable;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Audits.Runner.Datasets;

namespace MlPerf.Endpoints.Audits.Runner.Adapters;

/// <summary>OpenAI chat completions (audits, section 11.1).</summary>
public sealed class ChatAdapter : IEndpointAdapter
{
    private static readonly string[] MessageKeys = ["role", "content", "name", "tool_calls", "tool_call_id", "reasoning_content"];

    /// <inheritdoc/>
    public string Id => ApiTypes.Chat;

    /// <inheritdoc/>
    public string Route => "v1/chat/completions";

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public ImmutableArray<string> Columns { get; } = ["system", "messages", "tools", "tool_choice", "name", "n", "stop", "logit_bias", "user", "chat_template"];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> MakeBody(DatasetRow row, ModelParameters model, bool isStreaming)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(model);
        return JsonText.Make(json => WriteBody(json, row, model, isStreaming));
    }

    /// <inheritdoc/>
    public EndpointAnswer ReadBody(ReadOnlyMemory<byte> body)
    {
        var root = AnswerJson.ParseObject(body);
        _ = AnswerJson.RequiredText(root, "id");
        var choice = AnswerJson.FirstChoice(root);
        if (!choice.TryGetProperty("message", out var message) || message.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("the answer's choice has no message");
        }

        var reasoning = AnswerJson.OptionalText(message, "reasoning_content");
        var other = AnswerJson.OptionalText(message, "reasoning");
        if (reasoning is not null && other is not null)
        {
            throw new FormatException("the answer has both 'reasoning_content' and 'reasoning'");
        }

        return new EndpointAnswer(AnswerJson.OptionalText(message, "content") ?? "")
        {
            Reasoning = reasoning ?? other,
            ToolCalls = message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind is JsonValueKind.Array && calls.GetArrayLength() > 0 ? calls.GetRawText() : null,
            FinishReason = AnswerJson.OptionalText(choice, "finish_reason"),
            ReportedTokens = AnswerJson.ReportedTokens(root),
            TokenIds = TokenIds(choice),
        };
    }

    private static List<int>? TokenIds(JsonElement choice)
    {
        if (!choice.TryGetProperty("token_ids", out var ids) || ids.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        var values = new List<int>(ids.GetArrayLength());
        foreach (var id in ids.EnumerateArray())
        {
            if (id.ValueKind is not JsonValueKind.Number || !id.TryGetInt32(out var value))
            {
                return null;
            }

            values.Add(value);
        }

        return values;
    }

    private static void WriteBody(Utf8JsonWriter json, DatasetRow row, ModelParameters model, bool isStreaming)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Name);
        json.WriteStartArray("messages");
        WriteMessages(json, row);
        json.WriteEndArray();
        RequestJson.Generation(json, row, model, "max_completion_tokens", isStreaming);
        RequestJson.Cell(json, row, "chat_template");
        RequestJson.Optional(json, "chat_template_kwargs", model.ChatTemplateArguments);
        RequestJson.Cell(json, row, "tools", isStructure: true);
        RequestJson.Cell(json, row, "tool_choice", isStructure: true);
        json.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter json, DatasetRow row)
    {
        if (row["messages"] is { } cell && RequestJson.Structure(cell) is { ValueKind: JsonValueKind.Array } messages)
        {
            foreach (var message in messages.EnumerateArray())
            {
                WriteMessage(json, message, row.Index);
            }

            return;
        }

        if (row["system"] is { } system)
        {
            json.WriteStartObject();
            json.WriteString("role", "system");
            json.WriteValue("content", system);
            json.WriteEndObject();
        }

        if (row["prompt"] is not { } prompt)
        {
            throw new FormatException($"row {row.Index} has neither a prompt nor a list of messages");
        }

        json.WriteStartObject();
        json.WriteString("role", "user");
        json.WriteValue("content", prompt);
        RequestJson.Cell(json, row, "name");
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, JsonElement message, int row)
    {
        if (message.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException($"a message of row {row} is no object");
        }

        json.WriteStartObject();
        foreach (var key in MessageKeys)
        {
            if (message.TryGetProperty(key, out var value) && value.ValueKind is not JsonValueKind.Null)
            {
                json.WriteValue(key, value);
            }
        }

        json.WriteEndObject();
    }
}

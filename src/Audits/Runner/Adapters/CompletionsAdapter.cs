using System.Collections.Immutable;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Audits.Runner.Datasets;

namespace MlPerf.Endpoints.Audits.Runner.Adapters;

/// <summary>OpenAI text completions: the prompt as it is, without a chat template.</summary>
public sealed class CompletionsAdapter : IEndpointAdapter
{
    /// <inheritdoc/>
    public string Id => ApiTypes.Completions;

    /// <inheritdoc/>
    public string Route => "v1/completions";

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public ImmutableArray<string> Columns { get; } = ["n", "stop", "logit_bias", "user"];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> MakeBody(DatasetRow row, ModelParameters model, bool isStreaming)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(model);
        var prompt = row["prompt"] ?? throw new FormatException($"row {row.Index} has no prompt");
        return JsonText.Make(json =>
        {
            json.WriteStartObject();
            json.WriteString("model", model.Name);
            json.WriteValue("prompt", prompt);
            RequestJson.Generation(json, row, model, "max_tokens", isStreaming);
            json.WriteEndObject();
        });
    }

    /// <inheritdoc/>
    public EndpointAnswer ReadBody(ReadOnlyMemory<byte> body)
    {
        var root = AnswerJson.ParseObject(body);
        _ = AnswerJson.RequiredText(root, "id");
        var choice = AnswerJson.FirstChoice(root);
        return new EndpointAnswer(AnswerJson.OptionalText(choice, "text") ?? "")
        {
            FinishReason = AnswerJson.OptionalText(choice, "finish_reason"),
            ReportedTokens = AnswerJson.ReportedTokens(root),
        };
    }
}

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
        var json = new JsonOutput(isIndented: false);
        json.StartObject();
        json.Write("model", model.Name);
        json.WriteElement("prompt", row["prompt"] ?? throw new FormatException($"row {row.Index} has no prompt"));
        RequestJson.Optional(json, "temperature", model.Temperature);
        RequestJson.Optional(json, "max_tokens", model.MaxNewTokens);
        if (isStreaming)
        {
            json.Write("stream", true);
        }

        RequestJson.Optional(json, "seed", model.Seed);
        RequestJson.Optional(json, "top_p", model.TopP);
        RequestJson.Optional(json, "top_k", model.TopK);
        RequestJson.Optional(json, "repetition_penalty", model.RepetitionPenalty);
        if (row["n"] is { } n)
        {
            json.WriteElement("n", RequestJson.Number(n));
        }

        RequestJson.Cell(json, row, "stop", isStructure: true);
        RequestJson.Optional(json, "presence_penalty", model.PresencePenalty);
        RequestJson.Optional(json, "frequency_penalty", model.FrequencyPenalty);
        RequestJson.Cell(json, row, "logit_bias", isStructure: true);
        RequestJson.Cell(json, row, "user");
        json.EndObject();
        return json.Written;
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

using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Audits.Runner.Datasets;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Runner.Adapters;

/// <summary>Parts of request bodies.</summary>
internal static class RequestJson
{
    /// <summary>A cell, left out where the row has none. Cells of CSV files hold lists and objects as text.</summary>
    public static void Cell(Utf8JsonWriter json, DatasetRow row, string column, bool isStructure = false)
    {
        if (row[column] is { } cell)
        {
            json.WriteValue(column, isStructure ? Structure(cell) : cell);
        }
    }

    /// <summary>A cell whose text is JSON becomes that JSON; anything else stays.</summary>
    public static JsonElement Structure(JsonElement cell)
    {
        if (cell.ValueKind is not JsonValueKind.String || cell.GetString() is not { } text || !text.AsSpan().TrimStart().StartsWithAny("[{"))
        {
            return cell;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return cell;
        }
    }

    /// <summary>A number that may be spelt as text, as in CSV files.</summary>
    public static JsonElement Number(JsonElement cell)
    {
        if (cell.ValueKind is JsonValueKind.String && cell.GetString() is { } text && System.Numerics.BigInteger.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            // Written anew: leading zeros and a plus sign are no JSON.
            using var document = JsonDocument.Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return document.RootElement.Clone();
        }

        return cell;
    }

    public static void Optional(Utf8JsonWriter json, string name, object? value)
    {
        if (value is not null)
        {
            json.WriteValue(name, value is Node node ? ConfigTree.FromNode(node) : value);
        }
    }

    /// <summary>The members by which chat and text completions tell how to generate, in their order.</summary>
    /// <param name="json">The body.</param>
    /// <param name="row">The row.</param>
    /// <param name="model">The model's parameters.</param>
    /// <param name="limitName">The name that the kind of API has for the most output tokens.</param>
    /// <param name="isStreaming">Whether the answer is to be streamed.</param>
    public static void Generation(Utf8JsonWriter json, DatasetRow row, ModelParameters model, string limitName, bool isStreaming)
    {
        Optional(json, "temperature", model.Temperature);
        Optional(json, limitName, model.MaxNewTokens);
        if (isStreaming)
        {
            json.WriteBoolean("stream", true);
        }

        Optional(json, "seed", model.Seed);
        Optional(json, "top_p", model.TopP);
        Optional(json, "top_k", model.TopK);
        Optional(json, "repetition_penalty", model.RepetitionPenalty);
        if (row["n"] is { } n)
        {
            json.WriteValue("n", Number(n));
        }

        Cell(json, row, "stop", isStructure: true);
        Optional(json, "presence_penalty", model.PresencePenalty);
        Optional(json, "frequency_penalty", model.FrequencyPenalty);
        Cell(json, row, "logit_bias", isStructure: true);
        Cell(json, row, "user");
    }

    private static bool StartsWithAny(this ReadOnlySpan<char> text, ReadOnlySpan<char> characters) => text.Length > 0 && characters.Contains(text[0]);
}

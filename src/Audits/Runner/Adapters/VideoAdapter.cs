using System.Collections.Immutable;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Audits.Runner.Datasets;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Runner.Adapters;

/// <summary>Video generation (audits, section 11.1).</summary>
/// <param name="fallbackFolder">Where answers that are videos themselves are kept; null where they are refused.</param>
public sealed class VideoAdapter(string? fallbackFolder = null) : IEndpointAdapter
{
    /// <summary>The environment variable that names the folder for answers that are videos themselves.</summary>
    public const string FallbackVariable = "INFERENCE_ENDPOINT_VIDEOGEN_FALLBACK_DIR";

    // Key, default, and what values it may have: every key is in every request, but for those without a default.
    private static readonly (string Key, object? Standard, string[]? Allowed)[] Keys =
    [
        ("negative_prompt", null, null),
        ("size", "720x1280", null),
        ("seconds", 5.0, null),
        ("fps", 16, null),
        ("num_inference_steps", 20, null),
        ("guidance_scale", 4.0, null),
        ("guidance_scale_2", 3.0, null),
        ("seed", 42, null),
        ("num_frames", 81, null),
        ("boundary_ratio", 0.875, null),
        ("latent_path", null, null),
        ("output_format", "auto", ["auto", "mp4", "avi"]),
        ("response_format", "video_path", ["video_path", "video_bytes"]),
    ];

    /// <inheritdoc/>
    public string Id => ApiTypes.VideoGeneration;

    /// <inheritdoc/>
    public string Route => "v1/videos/generations";

    /// <inheritdoc/>
    public bool CanStream => false;

    /// <inheritdoc/>
    public ImmutableArray<string> Columns { get; } = [.. Keys.Select(key => key.Key)];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> MakeBody(DatasetRow row, ModelParameters model, bool isStreaming)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row["prompt"] is not { ValueKind: JsonValueKind.String } prompt)
        {
            throw new FormatException($"the prompt of row {row.Index} is no text");
        }

        return JsonText.Make(json => WriteBody(json, row, prompt));
    }

    /// <inheritdoc/>
    public EndpointAnswer ReadBody(ReadOnlyMemory<byte> body)
    {
        if (body.Length >= 8 && body.Span[4..8].SequenceEqual("ftyp"u8))
        {
            return KeepVideo(body);
        }

        var root = AnswerJson.ParseObject(body);
        var id = AnswerJson.RequiredText(root, "video_id");
        var isBytes = root.TryGetProperty("video_bytes", out _);
        var (key, other) = isBytes ? ("video_bytes", "video_path") : ("video_path", "video_bytes");
        foreach (var member in root.EnumerateObject())
        {
            if (member.Name != "video_id" && member.Name != key)
            {
                throw new FormatException(member.Name == other ? "the answer has both 'video_path' and 'video_bytes'" : $"the answer has an unknown key '{member.Name}'");
            }
        }

        var value = AnswerJson.RequiredText(root, key);
        return new EndpointAnswer(isBytes ? null : value) { Metadata = [new("video_id", id), new(key, value)] };
    }

    private static void WriteBody(Utf8JsonWriter json, DatasetRow row, JsonElement prompt)
    {
        json.WriteStartObject();
        json.WriteValue("prompt", prompt);
        foreach (var (key, standard, allowed) in Keys)
        {
            if (row[key] is { } cell)
            {
                WriteCell(json, key, cell, standard, allowed, row.Index);
            }
            else
            {
                RequestJson.Optional(json, key, standard);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, string key, JsonElement cell, object? standard, string[]? allowed, int row)
    {
        if (standard is double or int)
        {
            var number = RequestJson.Number(cell);
            if (number.ValueKind is JsonValueKind.String && double.TryParse(number.GetString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var parsed))
            {
                json.WriteDouble(key, parsed);
                return;
            }

            if (number.ValueKind is not JsonValueKind.Number)
            {
                throw new FormatException($"'{key}' of row {row} is no number");
            }

            json.WriteValue(key, number);
            return;
        }

        if (cell.ValueKind is not JsonValueKind.String || (allowed is not null && !allowed.Contains(cell.GetString(), StringComparer.Ordinal)))
        {
            throw new FormatException($"'{key}' of row {row} is {(allowed is null ? "no text" : $"none of {string.Join(", ", allowed)}")}");
        }

        json.WriteValue(key, cell);
    }

    private EndpointAnswer KeepVideo(ReadOnlyMemory<byte> body)
    {
        if (string.IsNullOrEmpty(fallbackFolder))
        {
            throw new FormatException($"the answer is a video; set {FallbackVariable} to a folder that keeps such answers");
        }

        var file = Path.Join(fallbackFolder, $"{Guid.NewGuid():n}.mp4");
        try
        {
            Directory.CreateDirectory(fallbackFolder);
            AtomicFile.Write(file, body.Span);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"the answer is a video, which cannot be kept: {failure.Message}", failure);
        }

        return new EndpointAnswer(file);
    }
}

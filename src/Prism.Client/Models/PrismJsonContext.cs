using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlPerf.Endpoints.Prism.Client.Models;

/// <summary>Serialisation of requests and answers without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 1000)]
[JsonSerializable(typeof(RunCreate))]
[JsonSerializable(typeof(SubmissionCreate))]
[JsonSerializable(typeof(SubmissionUpdate))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PrismJsonContext : JsonSerializerContext
{
    /// <summary>For the wire: non-ASCII as it is.</summary>
    public static PrismJsonContext Wire { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 1000,
    });
}

using System.Text.Json.Serialization;

namespace MlPerf.Endpoints.Rules.Mlx.Records;

/// <summary>Serialisation without reflection: names in snake_case, what is null left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MlxEnvelope))]
internal sealed partial class MlxJsonContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>Texts as JSON values, without reflection.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class DatasetJson : JsonSerializerContext;

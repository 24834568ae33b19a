using System.Text.Json;

namespace MlPerf.Endpoints.Prism.Client.Models;

public sealed partial record RunCreate
{
    /// <summary>The request's body as an element, for dry runs.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, PrismJsonContext.Wire.RunCreate);
}

using System.Text.Json;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Prism.Client.Json;

/// <summary>Node trees as elements of System.Text.Json, every digit of every number kept.</summary>
internal static class NodeJson
{
    /// <exception cref="FormatException">The tree holds what has no JSON form.</exception>
    public static JsonElement ToElement(Node node)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonNodeWriter.Compact(node), new JsonDocumentOptions { MaxDepth = JsonNodeWriter.MaxDepth });
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new FormatException("it is nested too deep to be sent", exception);
        }
    }
}

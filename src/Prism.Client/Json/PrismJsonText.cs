using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Json;

/// <summary>JSON as the tools print it: two blanks a level, non-ASCII escaped, members in the order received.</summary>
public static class PrismJsonText
{
    /// <summary>An element as text, without a final line end.</summary>
    public static string Indented(JsonElement element)
    {
        var document = DocumentReader.Read(Encoding.UTF8.GetBytes(element.GetRawText()), SubmissionPath.Root, DocumentLanguage.Json, BuildLimits.Documents);
        return document.Root is { } root ? Encoding.UTF8.GetString(NodeJson.Indented(root)) : element.GetRawText();
    }
}

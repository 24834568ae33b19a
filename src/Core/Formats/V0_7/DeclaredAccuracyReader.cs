using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Reads <c>accuracy/accuracy_result.json</c> of the readme dialect.</summary>
internal static class DeclaredAccuracyReader
{
    public static FileReading<DeclaredAccuracy> Read(Document document)
    {
        if (document.Root is null)
        {
            return new(document, [], null);
        }

        var problems = new List<FieldProblem>();
        if (FieldReader.Open(document, problems) is not { } fields)
        {
            return new(document, problems, null);
        }

        var accuracy = new DeclaredAccuracy(
            fields.Text("metric", Presence.Required) ?? "",
            fields.Number("score", Presence.Required) ?? 0,
            fields.Number("quality_target", Presence.Required) ?? 0,
            fields.Boolean("passed", Presence.Required) ?? false);
        return new(document, problems, problems.Count == 0 ? accuracy : null);
    }
}

using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Formats.V1_0;

/// <summary>Documents from text.</summary>
internal static class Documents
{
    public static Document Json(string text) => DocumentReader.Read(Encoding.UTF8.GetBytes(text), SubmissionPath.Parse("file.json"), DocumentLanguage.Json);

    public static Document Yaml(string text) => DocumentReader.Read(Encoding.UTF8.GetBytes(text), SubmissionPath.Parse("file.yaml"), DocumentLanguage.Yaml);
}

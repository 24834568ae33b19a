using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads one point folder. What more a point's folder holds is read by <see cref="PointFilesReader"/>.</summary>
internal static class PointReader
{
    public static PointFolder Read(ISubmissionSource source, ResultsLayout.PointEntry entry, FormatContext context)
    {
        var config = PointConfigReader.Read(context.ReadDocument(source, entry.Path / "point.yaml", DocumentLanguage.Yaml));
        var summary = ResultSummaryReader.Read(context.ReadDocument(source, entry.Path / "result_summary.json", DocumentLanguage.Json, ResultSummaryReader.DeclaredMembers));
        var files = PointFilesReader.Read(source, entry.Path, context);

        return (config.Value, summary.Value) switch
        {
            ({ } loadedConfig, { } loadedSummary) => new MeasuredPoint
            {
                Path = entry.Path,
                NameNumber = entry.Number,
                ConfigFile = config,
                SummaryFile = summary,
                Files = files,
                Config = loadedConfig,
                Summary = loadedSummary,
            },
            ({ } loadedConfig, null) => new Point
            {
                Path = entry.Path,
                NameNumber = entry.Number,
                ConfigFile = config,
                SummaryFile = summary,
                Files = files,
                Config = loadedConfig,
            },
            _ => new PointFolder
            {
                Path = entry.Path,
                NameNumber = entry.Number,
                ConfigFile = config,
                SummaryFile = summary,
                Files = files,
            },
        };
    }
}

using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads the files of a point's folder besides <c>point.yaml</c> and <c>result_summary.json</c>.</summary>
internal static class PointFilesReader
{
    public static PointFiles Read(ISubmissionSource source, SubmissionPath folder, FormatContext context)
    {
        var (configEntry, config) = ReadBenchmarkConfig(source, folder / "config.yaml", context);
        return new PointFiles
        {
            BenchmarkConfigEntry = configEntry,
            BenchmarkConfig = config,
            SystemDescription = context.ReadDocument(source, folder / "system_desc.json", DocumentLanguage.Json),
            Accuracy = AccuracyReader.Read(source, folder, context),
        };
    }

    // Only a file counts here: a folder of that name is as good as nothing, while one that cannot be read is there.
    private static (ExpectedEntry Entry, Document? Document) ReadBenchmarkConfig(ISubmissionSource source, SubmissionPath path, FormatContext context)
    {
        var document = context.ReadDocument(source, path, DocumentLanguage.Yaml);
        var kind = document.Problem?.Kind switch
        {
            DocumentProblemKind.Missing => EntryKind.Missing,
            DocumentProblemKind.Io => source.KindOf(path),
            _ => EntryKind.File,
        };
        return (new ExpectedEntry(path, kind), kind is EntryKind.File or EntryKind.Refused ? document : null);
    }
}

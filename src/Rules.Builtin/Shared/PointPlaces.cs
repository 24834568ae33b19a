using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Builtin.Shared;

/// <summary>Where results about a point stand: its files, and the fields in them.</summary>
internal static class PointPlaces
{
    extension(PointFolder point)
    {
        /// <summary>The path of the configuration file.</summary>
        public SubmissionPath ConfigPath => point.ConfigFile.Document.Path;

        /// <summary>The path of the result summary.</summary>
        public SubmissionPath SummaryPath => point.SummaryFile?.Document.Path ?? point.Path;

        /// <summary>A field of the configuration by the names that lead to it, or the innermost object of theirs that is there.</summary>
        public Place InConfig(params string[] names) => In(point.ConfigFile.Document, names);

        /// <summary>A field of the result summary by the names that lead to it, or the innermost object of theirs that is there.</summary>
        public Place InSummary(params string[] names) => point.SummaryFile is { } summary ? In(summary.Document, names) : point.Path;
    }

    private static Place In(Document document, ReadOnlySpan<string> names)
    {
        var node = document.Root;
        var pointer = "";
        foreach (var name in names)
        {
            if (node?[name] is not { } next)
            {
                break;
            }

            node = next;
            pointer = $"{pointer}/{name}";
        }

        return Place.In(document, node, pointer);
    }
}

using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats;

/// <summary>Reads the files that rules ask for by their descriptors into <see cref="CheckTarget.Extras"/>, whatever format made the targets.</summary>
internal static class ExtraFiles
{
    public static void Read(ISubmissionSource source, IReadOnlyList<CheckTarget> targets, IReadOnlyList<CataloguedRule> rules, CheckerOptions options, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            names.UnionWith(rule.Descriptor.Files);
        }

        if (names.Count > 0)
        {
            ParallelWork.For(targets.Count, options.MaxDegreeOfParallelism, cancellation, index =>
            {
                var target = targets[index];
                if (In(source, target.ExtrasFolder ?? target.Path, names, options.ReadLimits) is { } extras)
                {
                    target.Extras = extras;
                }
            });
        }
    }

    private static Dictionary<string, Document>? In(ISubmissionSource source, SubmissionPath folder, HashSet<string> names, ReadLimits limits)
    {
        Dictionary<string, Document>? extras = null;
        foreach (var name in names)
        {
            if (source.KindOf(folder / name) is not EntryKind.Missing)
            {
                var isYaml = name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);
                (extras ??= new Dictionary<string, Document>(StringComparer.Ordinal))[name]
                    = DocumentReader.Read(source, folder / name, isYaml ? DocumentLanguage.Yaml : DocumentLanguage.Json, limits);
            }
        }

        return extras;
    }
}

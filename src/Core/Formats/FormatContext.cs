using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats;

/// <summary>What reading a submission depends on besides its files.</summary>
/// <param name="Options">The checker's options.</param>
/// <param name="ExtraFiles">File names that rules asked for by their descriptors; see <see cref="ReadExtras"/>.</param>
/// <param name="Cancellation">Honoured between files.</param>
/// <param name="PointRead">Called after each point, from any thread, for progress.</param>
public sealed record FormatContext(CheckerOptions Options, IReadOnlyCollection<string> ExtraFiles, Action? PointRead = null, CancellationToken Cancellation = default)
{
    private static readonly Dictionary<string, Document> NoExtras = [];

    /// <summary>Reads a file as JSON or YAML within the options' limits.</summary>
    /// <param name="source">The submission.</param>
    /// <param name="path">The file, which need not exist.</param>
    /// <param name="language">The language to read it as.</param>
    /// <param name="declared">JSON only: names of the top-level members that the format reads; large values of others are not kept. Null keeps everything.</param>
    public Document ReadDocument(ISubmissionSource source, SubmissionPath path, DocumentLanguage language, IReadOnlySet<string>? declared = null)
        => DocumentReader.Read(source, path, language, Options.ReadLimits, declared);

    /// <summary>Reads those of the asked-for files that stand in a folder; names ending in <c>.yaml</c> or <c>.yml</c> as YAML, all others as JSON.</summary>
    public IReadOnlyDictionary<string, Document> ReadExtras(ISubmissionSource source, SubmissionPath folder)
    {
        Dictionary<string, Document>? extras = null;
        foreach (var name in ExtraFiles)
        {
            if (source.KindOf(folder / name) is not EntryKind.Missing)
            {
                var isYaml = name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);
                (extras ??= new Dictionary<string, Document>(StringComparer.Ordinal))[name] = ReadDocument(source, folder / name, isYaml ? DocumentLanguage.Yaml : DocumentLanguage.Json);
            }
        }

        return extras ?? NoExtras;
    }

    /// <summary>Runs a step for each of several points, on as many cores as the options allow, and gives the results in the order of the inputs.</summary>
    /// <typeparam name="TIn">What is read.</typeparam>
    /// <typeparam name="TOut">What it becomes.</typeparam>
    public TOut[] ReadAll<TIn, TOut>(IReadOnlyList<TIn> inputs, Func<TIn, TOut> read)
    {
        var results = new TOut[inputs.Count];
        ParallelWork.For(inputs.Count, Options.MaxDegreeOfParallelism, Cancellation, index =>
        {
            results[index] = read(inputs[index]);
            PointRead?.Invoke();
        });
        return results;
    }
}

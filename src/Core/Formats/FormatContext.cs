using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats;

/// <summary>What reading a submission depends on besides its files.</summary>
/// <param name="Options">The checker's options.</param>
/// <param name="Cancellation">Honoured between files.</param>
/// <param name="PointRead">Called after each point, from any thread, for progress.</param>
public sealed record FormatContext(CheckerOptions Options, Action? PointRead = null, CancellationToken Cancellation = default)
{
    /// <summary>Reads a file as JSON or YAML within the options' limits.</summary>
    /// <param name="source">The submission.</param>
    /// <param name="path">The file, which need not exist.</param>
    /// <param name="language">The language to read it as.</param>
    /// <param name="declared">JSON only: names of the top-level members that the format reads; large values of others are not kept. Null keeps everything.</param>
    public Document ReadDocument(ISubmissionSource source, SubmissionPath path, DocumentLanguage language, IReadOnlySet<string>? declared = null)
        => DocumentReader.Read(source, path, language, Options.ReadLimits, declared);

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

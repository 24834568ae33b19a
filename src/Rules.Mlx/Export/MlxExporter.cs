using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Records;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>Writes results of MLPerf Endpoints as envelopes: one a curve, and one more for each suite of its accuracy.</summary>
/// <remarks>What an envelope cannot say (regions, the curve as a whole, power provenance) is lost: an envelope is never read back into a submission.
/// Every envelope is validated before it is given out.</remarks>
public static class MlxExporter
{
    private const int LongestSlug = 50;

    /// <summary>The envelopes of a submission that was read.</summary>
    /// <param name="submission">The submission; that of a <see cref="Core.Reporting.Report"/>, for instance.</param>
    /// <param name="options">What cannot be taken from the results; the defaults where null.</param>
    /// <exception cref="ArgumentException">The options have a <see cref="MlxExportOptions.Fault"/>.</exception>
    public static MlxExport Export(Submission submission, MlxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return Export(SubmissionCurves.Of(submission), options, $"{submission.Path}: there is no measured point to export.");
    }

    /// <summary>The envelopes of run folders: the folder itself, or those below it. Runs of one model on one system become one envelope.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="options">What cannot be taken from the results; the defaults where null.</param>
    /// <exception cref="ArgumentException">The options have a <see cref="MlxExportOptions.Fault"/>.</exception>
    public static MlxExport ExportRuns(ISubmissionSource source, MlxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (curves, problems) = RunFolders.Read(source);
        var export = Export(curves, options, problems.Count > 0 ? null : $"{source.DisplayRoot}: there is neither a submission nor a run folder, which holds result_summary.json beside config.yaml or point.yaml.");
        return export with { Problems = [.. problems, .. export.Problems] };
    }

    private static MlxExport Export(IReadOnlyList<ExportCurve> curves, MlxExportOptions? options, string? nothing)
    {
        options ??= MlxExportOptions.Default;
        if (options.Fault is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        var files = new List<MlxExportFile>();
        var problems = new List<string>();
        foreach (var curve in curves)
        {
            if (curve.Points.Count == 0)
            {
                problems.Add($"{curve.Path}: no point has a result summary that could be read; an envelope without rows is not written.");
            }
            else if (Stamp(curve, options, problems) is { } stamp)
            {
                foreach (var envelope in EnvelopesOf(curve, stamp.Timestamp, stamp.GitSha, options))
                {
                    files.Add(File(envelope, files, options));
                }
            }
        }

        if (curves.Count == 0 && nothing is not null)
        {
            problems.Add(nothing);
        }

        return new MlxExport([.. files], [.. problems]);
    }

    // When and of what: from the options or from all summaries, never invented.
    private static (string Timestamp, string GitSha)? Stamp(ExportCurve curve, MlxExportOptions options, List<string> problems)
    {
        var started = options.Timestamp ?? curve.Points.Select(point => point.Figures.StartedAt).Min();
        var commits = curve.Points.Select(point => point.Figures.GitSha).Distinct(StringComparer.Ordinal).ToList();
        var commit = options.GitSha ?? (commits is [{ } only] && GitShas.IsOne(only) ? only : null);
        if (started is null)
        {
            problems.Add($"{curve.Path}: no summary states when the run started; give it with --timestamp.");
        }

        if (commit is null)
        {
            problems.Add($"{curve.Path}: the summaries do not all name one commit of 7 to 64 hexadecimal digits; give it with --git-sha.");
        }

        return started is { } time && commit is not null ? (time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), commit) : null;
    }

    private static IEnumerable<MlxEnvelope> EnvelopesOf(ExportCurve curve, string timestamp, string commit, MlxExportOptions options)
    {
        var points = curve.Points.OrderBy(point => point.IsDedicatedOffline || point.Concurrency is null).ThenBy(point => point.Concurrency).ToList();
        var address = ModelAddress.Parse(curve.LinkToModel);
        var (system, systemProblem) = SystemFacts.Of(curve.Description);
        string[] problems = [.. systemProblem is null ? [] : (string[])[systemProblem], .. curve.Unreadable];

        var performance = new PointRows(curve, options);
        var members = performance.SharedMembers(points);
        var rows = points.SelectMany(point => performance.Performance(point, members)).ToList();
        if (rows.Count > 0)
        {
            yield return Envelope(MlxSuites.Throughput, rows, performance);
        }

        var scores = points.SelectMany(point => point.Scores.Select(score => (Point: (ExportPoint?)point, Score: score))).Concat(curve.Scores.Select(score => (Point: (ExportPoint?)null, Score: score)));
        foreach (var suite in scores.GroupBy(entry => options.AccuracySuite ?? (entry.Score.IsInline ? MlxSuites.ToolCalling : MlxSuites.Of(entry.Score.Dataset)), StringComparer.Ordinal).OrderBy(suite => suite.Key, StringComparer.Ordinal))
        {
            var accuracy = new PointRows(curve, options);
            var all = suite.ToList();
            var shared = all.Any(entry => entry.Point is null) ? [] : accuracy.SharedMembers(all.Select(entry => entry.Point!).Distinct());
            var accuracyRows = all.Select(entry => accuracy.Accuracy(entry.Point, entry.Score, shared)).OfType<MlxRow>().ToList();
            if (accuracyRows.Count > 0)
            {
                yield return Envelope(suite.Key, accuracyRows, accuracy);
            }
        }

        MlxEnvelope Envelope(string suite, IReadOnlyList<MlxRow> results, PointRows source) => new()
        {
            Timestamp = timestamp,
            GitSha = commit,
            Trigger = options.Trigger,
            PrNumber = options.PrNumber,
            Suite = suite,
            Model = Texts.Clean(address?.Name ?? (string.IsNullOrEmpty(curve.ModelName) ? curve.Folder : curve.ModelName)),
            ModelRevision = address?.Revision is { } revision ? Texts.Clean(revision) : null,
            Quantization = curve.Precision is { } precision ? Texts.Clean(precision) : null,
            GenKwargs = GenerationFacts.Common(points),
            System = system,
            Results = results,
            Errors = [.. problems.Concat(source.Errors).Select(Texts.Clean)],
        };
    }

    private static MlxExportFile File(MlxEnvelope envelope, List<MlxExportFile> others, MlxExportOptions options)
    {
        var utf8 = envelope.ToUtf8();
        var validator = options.WritesRowMembers ? MlxValidator.Default : new MlxValidator(dialect: "0.6.1");
        if (!validator.IsValid(utf8))
        {
            throw new InvalidOperationException($"The exporter made an envelope that is not valid: {string.Join(", ", validator.Validate(utf8).Violations)}.");
        }

        var name = $"run-{envelope.Timestamp.Replace(':', '-').TrimEnd('Z')}-{envelope.GitSha}-{envelope.Suite}-{Slug(envelope.Model)}";
        var unique = name;
        for (var number = 2; others.Exists(other => other.Name == unique + ".json"); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return new MlxExportFile(unique + ".json", envelope, utf8);
    }

    private static string Slug(string model)
    {
        var slug = string.Concat(model.EnumerateRunes().Select(rune => rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value) ? char.ToLowerInvariant((char)rune.Value) : '-')).Trim('-');
        return slug.Length > LongestSlug ? slug[..LongestSlug] : slug;
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using MlPerf.Endpoints.Core.Diagnostics;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Rules.Discovery;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Checks one submission against the rules.</summary>
/// <example><code>
/// var report = new SubmissionChecker("/submissions/acme_corp").Run();
/// Console.WriteLine(report.Passed ? "passed" : $"{report.Errors.Count} errors");
/// </code></example>
public sealed class SubmissionChecker
{
    private readonly ISubmissionSource _source;
    private readonly CheckerOptions _options;
    private readonly RuleCatalogue _catalogue;
    private readonly ILogger? _logger;

    /// <summary>A checker of a folder on this machine.</summary>
    /// <param name="path">The submission's folder, or that of its organisation. It need not exist: that is a finding.</param>
    /// <param name="options">Settings; the defaults where null.</param>
    /// <param name="catalogue">The rules; those of the packs that the application references where null.</param>
    /// <param name="logger">Told what was checked and how long it took; nobody where null.</param>
    /// <exception cref="RulePackLoadException">The application's packs cannot be used, or there are none.</exception>
    public SubmissionChecker(string path, CheckerOptions? options = null, RuleCatalogue? catalogue = null, ILogger<SubmissionChecker>? logger = null)
        : this(new FolderSource(path, options?.SourceLimits), options, catalogue, logger)
    {
    }

    /// <summary>A checker of any source: a submission in memory, an archive, a tree of the host's own.</summary>
    /// <inheritdoc cref="SubmissionChecker(string, CheckerOptions?, RuleCatalogue?, ILogger{SubmissionChecker}?)"/>
    public SubmissionChecker(ISubmissionSource source, CheckerOptions? options = null, RuleCatalogue? catalogue = null, ILogger<SubmissionChecker>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _options = options ?? new CheckerOptions();
        _catalogue = catalogue ?? ReferencedPacks.Catalogue(_options.DataFolder);
        _logger = logger;
    }

    /// <summary>Reads and judges the submission.</summary>
    /// <exception cref="ArgumentException">The options name an unknown spec or dialect.</exception>
    public Report Run() => Run(progress: null, CancellationToken.None);

    /// <summary>Reads and judges the submission on another thread: reading local files is synchronous work.</summary>
    /// <param name="progress">Told after each point that was read.</param>
    /// <param name="cancellationToken">Honoured between files and between rules.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<Report> RunAsync(IProgress<CheckProgress>? progress = null, CancellationToken cancellationToken = default)
        => Task.Run(() => Run(progress, cancellationToken), cancellationToken);

    private Report Run(IProgress<CheckProgress>? progress, CancellationToken cancellation)
        => Telemetry.Observe(() => Check(progress, cancellation));

    private Report Check(IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();

        var (format, revision) = FormatSelection.Choose(_catalogue.Formats, _source, _options);
        var submission = format.Read(_source, revision, ReadingContext(progress, cancellation));
        submission.Files = _source;
        var rules = _catalogue.For(submission.Revision, _options.OptIn);
        if (_logger is not null)
        {
            Log.CheckStarted(_logger, _source.DisplayRoot, submission.Revision, rules.Length);
        }

        var targets = RuleEngine.TargetsOf(submission);
        ExtraFiles.Read(_source, targets, rules, _options, cancellation);
        var answers = RuleEngine.Judge(submission, _source.DisplayRoot, targets, rules, _options, cancellation);

        var report = new Report(_source.DisplayRoot, submission, answers, PacksOf(rules), Stopwatch.GetElapsedTime(started));
        if (_logger is not null)
        {
            Tell(_logger, report);
        }

        return report;
    }

    private static void Tell(ILogger logger, Report report)
    {
        Log.CheckFinished(logger, report.DisplayRoot, report.Revision, report.Duration.TotalMilliseconds, report.Errors.Length, report.Warnings.Length, report.Results.Length);
        foreach (var failed in report.Errors.Where(error => error.Key == RuleFailure.Key))
        {
            Log.RuleFailed(logger, failed.Rule, failed.Pack);
        }
    }

    private static ImmutableArray<RulePack> PacksOf(ImmutableArray<CataloguedRule> rules)
        => [.. rules.Select(static rule => rule.Pack).Distinct().OrderBy(static pack => pack.Name, StringComparer.Ordinal)];

    private FormatContext ReadingContext(IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        if (progress is null)
        {
            return new FormatContext(_options, null, cancellation);
        }

        var read = 0;
        return new FormatContext(_options, () => progress.Report(new CheckProgress(Interlocked.Increment(ref read))), cancellation);
    }
}

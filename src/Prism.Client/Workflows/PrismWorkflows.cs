using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.GitHub;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Prism.Client.Models;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>Whole tasks on PRISM: register a run, make, change and withdraw a submission. What fails halfway is undone, or named where it cannot be.</summary>
/// <example><code>
/// var workflows = new PrismWorkflows(client, new PrismWorkflowOptions { Check = (files, _) => new SubmissionChecker(files).RunAsync() });
/// var run = await workflows.RegisterRunAsync(new RunRegistration { Path = "reports/nx8_c48" });
/// </code></example>
public sealed partial class PrismWorkflows
{
    private readonly PrismClient _client;
    private readonly PrismWorkflowOptions _options;
    private readonly IWorkflowReporter _reporter;
    private readonly TimeProvider _time;

    /// <summary>Makes workflows over a client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="options">Settings; the defaults where null.</param>
    /// <param name="reporter">Told what happens; nobody where null.</param>
    /// <param name="time">The clock; the system's where null.</param>
    public PrismWorkflows(PrismClient client, PrismWorkflowOptions? options = null, IWorkflowReporter? reporter = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _options = options ?? new PrismWorkflowOptions();
        _reporter = reporter ?? SilentReporter.Instance;
        _time = time ?? TimeProvider.System;
    }

    private PrismProfile Profile => _options.Profile;

    private string? SentLevel => Profile.SendsLevel ? _client.CliVersion : null;

    /// <summary>After which failures what was made stays: on request, and where the reference falls over before it could undo anything.</summary>
    private bool Keeps(Exception cause) => _options.KeepsOnFailure || (_options.ReferenceBehaviour && cause switch
    {
        PrismException { Kind: PrismErrorKind.Malformed } => true,
        PrismException { Kind: PrismErrorKind.Storage, IsDownload: true, Status: not (System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden) } => true,
        SubmissionAssemblyException { IsUnreadableInput: true } => true,
        _ => false,
    });

    private async Task<IReadOnlyList<RunInput>> DownloadAsync(IReadOnlyList<string> runIds, WorkFolder work, CancellationToken cancellation)
    {
        var files = new string[runIds.Count];
        for (var at = 0; at < runIds.Count; at++)
        {
            _reporter.Stage(WorkflowStage.Download, $"Downloading run {runIds[at]} ({at + 1} of {runIds.Count})");
            files[at] = work.File("archives", $"{at}.tar.gz");
            await _client.DownloadRunArchiveAsync(runIds[at], files[at], _reporter.Transfer($"run {Short(runIds[at])}"), cancellation).ConfigureAwait(false);
        }

        var keepsEvents = Profile.Revision.Dialect is "readme";
        var runs = new List<RunInput>();
        for (var at = 0; at < runIds.Count; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (id, file) = (runIds[at], files[at]);
            runs.Add(await Task.Run(() => RunInput.FromArchive(id, file, keepsEvents, _options.ArchiveLimits), cancellation).ConfigureAwait(false));
            File.Delete(file);
        }

        return runs;
    }

    private async Task<(AssembledSubmission Submission, Report? Report)> BuildAsync(AssemblyRequest request, CancellationToken cancellation)
    {
        _reporter.Stage(WorkflowStage.Assemble, "Assembling the submission");
        var submission = await Task.Run(() => SubmissionAssembler.Assemble(request), cancellation).ConfigureAwait(false);
        foreach (var warning in submission.Warnings)
        {
            _reporter.Warn(warning);
        }

        return (submission, await CheckAsync(submission.ToSource(), cancellation).ConfigureAwait(false));
    }

    private async Task<Report?> CheckAsync(Core.Sources.ISubmissionSource source, CancellationToken cancellation)
    {
        if (_options.Check is null)
        {
            return null;
        }

        _reporter.Stage(WorkflowStage.Check, "Checking the submission");
        var report = await _options.Check(source, cancellation).ConfigureAwait(false);
        return report.Passed ? report : throw new SubmissionCheckException(report);
    }

    private async Task UploadAsync(string submissionId, AssembledSubmission submission, WorkFolder work, CancellationToken cancellation)
    {
        _reporter.Stage(WorkflowStage.Upload, "Uploading the bundle");
        var bundle = work.File("bundle.tar.gz");
        await submission.PackAsync(bundle, _time.GetUtcNow(), cancellation).ConfigureAwait(false);
        await _client.UploadBundleAsync(submissionId, bundle, _reporter.Transfer("bundle"), cancellation).ConfigureAwait(false);
    }

    /// <summary>Adds the marker that says which client made the bundle (v1.0).</summary>
    private AssembledSubmission WithMarker(AssembledSubmission submission, string command, SubmissionRecord record)
    {
        if (submission.SubmissionId is null)
        {
            return submission;
        }

        var marker = JsonNodes.Map(
            ("command", JsonNodes.Of(command)),
            ("cli_version", JsonNodes.Of(record.CliVersion ?? _client.CliVersion)),
            ("most_recent_cli_used", JsonNodes.Of(_client.CliVersion)),
            ("created_at", JsonNodes.Of(record.CreatedAt ?? Now())));
        return submission.With($"{submission.Organisation}/{submission.SubmissionId}/cli_metadata.json", NodeJson.Indented(marker));
    }

    private string Now() => Runs.RunTimes.ToText(_time.GetUtcNow());

    private AssemblyRequest Request(IReadOnlyList<RunInput> runs, SubmissionRecord record, string? targetDate, IReadOnlyList<string> sources, IReadOnlyList<string> documents) => new()
    {
        Revision = Profile.Revision,
        Runs = runs,
        Division = record.Division ?? "standardized",
        Availability = record.Availability ?? "available",
        SubmissionId = Profile.IsV1_0 ? record.Id : null,
        TargetAvailabilityDate = Profile.IsV1_0 ? targetDate : null,
        SharedSources = sources,
        SharedDocuments = documents,
        ReferenceBehaviour = _options.ReferenceBehaviour,
    };

    private static string Short(string id) => id.Length <= 8 ? id : id[..8];
}

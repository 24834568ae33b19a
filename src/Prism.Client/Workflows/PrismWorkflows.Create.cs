using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.GitHub;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Models;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

public sealed partial class PrismWorkflows
{
    private const string ReviewPending = "REVIEW_PENDING";

    /// <summary>Downloads the runs, assembles and checks the submission, makes its record, uploads the bundle, opens the pull request.</summary>
    /// <exception cref="SubmissionAssemblyException">The runs do not make a submission.</exception>
    /// <exception cref="SubmissionCheckException">It does not pass the check.</exception>
    /// <exception cref="PrismException">A call failed before anything was made.</exception>
    /// <exception cref="PullRequestException">Pull requests cannot work here.</exception>
    /// <exception cref="PrismWorkflowException">Something failed after the record was made.</exception>
    public async Task<CreatedSubmission> CreateSubmissionAsync(SubmissionCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        if (!creation.IsDryRun)
        {
            await CheckPullRequestsAsync(cancellationToken).ConfigureAwait(false);
        }

        using var work = new WorkFolder(_options.TemporaryFolder);
        var runs = creation.LocalRuns.Count > 0 ? creation.LocalRuns : await DownloadAsync(creation.RunIds, work, cancellationToken).ConfigureAwait(false);
        var (submission, report) = await BuildAsync(
            new AssemblyRequest
            {
                Revision = Profile.Revision,
                Runs = runs,
                Division = creation.Division,
                Availability = creation.Availability,
                TargetAvailabilityDate = Profile.IsV1_0 ? creation.TargetAvailabilityDate : null,
                SharedSources = creation.SharedSources,
                SharedDocuments = creation.SharedDocuments,
                ReferenceBehaviour = _options.ReferenceBehaviour,
            },
            cancellationToken).ConfigureAwait(false);
        return creation.IsDryRun
            ? new CreatedSubmission { Submission = submission, Report = report, Manifest = SubmissionManifest.Of(submission, report) }
            : await PublishAsync(creation, creation.RunIds, submission, report, work, new UndoLog(_reporter), cancellationToken).ConfigureAwait(false);
    }

    private async Task CheckPullRequestsAsync(CancellationToken cancellation)
    {
        if (_options.PullRequests is { } requests)
        {
            _reporter.Stage(WorkflowStage.PullRequestPrerequisites, "Looking whether pull requests can be opened");
            await requests.CheckAsync(_reporter.Warn, cancellation).ConfigureAwait(false);
        }
    }

    private Task<CreatedSubmission> PublishAsync(
        SubmissionCreation creation, IReadOnlyList<string> runIds, AssembledSubmission submission, Report? report, WorkFolder work, UndoLog undo, CancellationToken cancellation)
        => undo.RunAsync(async () =>
        {
            var record = await RecordAsync(creation, runIds, undo, cancellation).ConfigureAwait(false);
            var id = record.Id!;
            var final = WithMarker(submission.WithSubmissionId(id), "create", record);
            await UploadAsync(id, final, work, cancellation).ConfigureAwait(false);
            var pullRequest = await OpenAsync(id, final, work, cancellation).ConfigureAwait(false);
            await FinishAsync(id, pullRequest, cancellation).ConfigureAwait(false);
            return new CreatedSubmission { Id = id, Submission = final, Report = report, PullRequest = pullRequest, Manifest = SubmissionManifest.Of(final, report), RunIds = runIds };
        }, Keeps);

    private async Task<SubmissionRecord> RecordAsync(SubmissionCreation creation, IReadOnlyList<string> runIds, UndoLog undo, CancellationToken cancellation)
    {
        if (creation.ResumeId is { } resumed)
        {
            return (await _client.GetSubmissionAsync(resumed, cancellation).ConfigureAwait(false)) with { Id = resumed };
        }

        _reporter.Stage(WorkflowStage.Record, "Making the submission's record");
        var record = await _client.CreateSubmissionAsync(
            new SubmissionCreate
            {
                CliVersion = SentLevel,
                Division = creation.Division,
                Scenario = creation.Scenario,
                Availability = creation.Availability,
                RunIds = runIds,
                IsTest = Profile.IsV1_0 ? creation.IsTest : null,
                EarlyPublish = creation.EarlyPublish,
                PublicationCycle = Profile.IsV1_0 ? null : NotEmpty(creation.PublicationCycle),
                TargetAvailabilityDate = NotEmpty(creation.TargetAvailabilityDate),
                EmbargoDate = NotEmpty(creation.EmbargoDate),
            },
            cancellation).ConfigureAwait(false);
        undo.Add($"submission {record.Id}", record.Id!, token => _client.DeleteSubmissionAsync(record.Id!, token));
        return record;
    }

    private async Task<PullRequest?> OpenAsync(string id, AssembledSubmission submission, WorkFolder work, CancellationToken cancellation)
    {
        if (_options.PullRequests is not { } requests)
        {
            return null;
        }

        _reporter.Stage(WorkflowStage.PullRequestOpen, "Opening the pull request");
        return await requests.OpenAsync(id, submission, work.FullPath, cancellation).ConfigureAwait(false);
    }

    /// <summary>Tells the record of the pull request and moves it on; in v1.0 the service does that itself.</summary>
    private async Task FinishAsync(string id, PullRequest? pullRequest, CancellationToken cancellation)
    {
        if (Profile.IsV1_0 && pullRequest is null)
        {
            return;
        }

        try
        {
            await _client.UpdateSubmissionAsync(
                id,
                new SubmissionUpdate { PrUrl = pullRequest?.Url, PrNumber = pullRequest?.Number, Status = Profile.IsV1_0 ? null : ReviewPending },
                cancellation).ConfigureAwait(false);
        }
        catch (PrismException exception)
        {
            _reporter.Warn($"The submission is complete, but its record was not moved on: {exception.Message}");
        }
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

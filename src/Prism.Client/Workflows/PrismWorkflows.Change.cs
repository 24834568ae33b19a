using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.GitHub;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Models;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

public sealed partial class PrismWorkflows
{
    /// <summary>Changes a submission's dates or runs; where its runs change, its bundle is built anew.</summary>
    /// <exception cref="AddingRunsException">Runs would be added, which v1.0 does not allow.</exception>
    /// <exception cref="PrismException">A call failed before anything was changed.</exception>
    /// <exception cref="PrismWorkflowException">Something failed after the record was changed.</exception>
    public async Task<ChangedSubmission> UpdateAsync(SubmissionChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var members = new SubmissionUpdate
        {
            PublicationCycle = Profile.IsV1_0 ? null : change.PublicationCycle,
            TargetAvailabilityDate = change.TargetAvailabilityDate,
            EmbargoDate = change.EmbargoDate,
        };
        var hasMembers = members != new SubmissionUpdate();
        if (change.RunIds is not { Count: > 0 } wanted)
        {
            return hasMembers
                ? await MembersAsync(change.SubmissionId, members, cancellationToken).ConfigureAwait(false)
                : new ChangedSubmission { Kind = SubmissionChangeKind.Nothing };
        }

        await CheckPullRequestsAsync(cancellationToken).ConfigureAwait(false);
        var record = await _client.GetSubmissionAsync(change.SubmissionId, cancellationToken).ConfigureAwait(false);
        var added = wanted.Except(record.RunIds, StringComparer.Ordinal).ToArray();
        var removed = record.RunIds.Except(wanted, StringComparer.Ordinal).ToArray();
        if (Profile.IsV1_0 && added.Length > 0)
        {
            throw new AddingRunsException(added);
        }

        if (added.Length == 0 && removed.Length == 0)
        {
            return hasMembers
                ? await MembersAsync(change.SubmissionId, members, cancellationToken).ConfigureAwait(false)
                : new ChangedSubmission { Kind = SubmissionChangeKind.RunsUnchanged, Record = record, RunIds = record.RunIds };
        }

        var undo = new UndoLog(_reporter);
        return await undo.RunAsync(async () =>
        {
            _reporter.Stage(WorkflowStage.Record, "Changing the submission's runs");
            await _client.UpdateSubmissionAsync(change.SubmissionId, members with { RunIds = wanted }, cancellationToken).ConfigureAwait(false);
            undo.Add($"the runs of submission {change.SubmissionId}", change.SubmissionId, token => _client.UpdateSubmissionAsync(change.SubmissionId, Restoring(record, members), token));
            var date = string.IsNullOrEmpty(change.TargetAvailabilityDate) ? record.TargetAvailabilityDate : change.TargetAvailabilityDate;
            var report = await RebuildAsync(record with { Id = change.SubmissionId }, wanted, date, "update", Message(added, removed, wanted.Count), change, cancellationToken).ConfigureAwait(false);
            return new ChangedSubmission { Kind = SubmissionChangeKind.Runs, Record = record, RunIds = wanted, Report = report };
        }, Keeps).ConfigureAwait(false);
    }

    /// <summary>Takes a run out of a submission and builds its bundle anew.</summary>
    /// <exception cref="PrismException">The run was not taken out.</exception>
    /// <exception cref="PrismWorkflowException">Something failed afterwards.</exception>
    public async Task<ChangedSubmission> RemoveRunAsync(SubmissionChange change, string runId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        await CheckPullRequestsAsync(cancellationToken).ConfigureAwait(false);
        var record = await _client.RemoveRunAsync(change.SubmissionId, runId, cancellationToken).ConfigureAwait(false);
        return record.RunIds.Count == 0
            ? new ChangedSubmission { Kind = SubmissionChangeKind.NoRunsLeft, Record = record }
            : await ChangedAsync(
                change, record, $"run {runId} taken out of submission {change.SubmissionId}", token => _client.AddRunAsync(change.SubmissionId, runId, token),
                "remove-run", $"update: remove run {Short(runId)}", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a run to a submission and builds its bundle anew (v0.7).</summary>
    /// <exception cref="PrismException">The run was not added.</exception>
    /// <exception cref="PrismWorkflowException">Something failed afterwards.</exception>
    public async Task<ChangedSubmission> AddRunAsync(SubmissionChange change, string runId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Profile.IsV1_0)
        {
            throw new AddingRunsException([runId]);
        }

        await CheckPullRequestsAsync(cancellationToken).ConfigureAwait(false);
        var record = await _client.AddRunAsync(change.SubmissionId, runId, cancellationToken).ConfigureAwait(false);
        return await ChangedAsync(
            change, record, $"run {runId} added to submission {change.SubmissionId}", token => _client.RemoveRunAsync(change.SubmissionId, runId, token),
            "add-run", $"update: add run {Short(runId)}", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Withdraws a submission, closes its pull request (v0.7) and deletes its bundle (v0.7, or on request).</summary>
    /// <exception cref="PrismException">It was not withdrawn.</exception>
    public async Task WithdrawAsync(string submissionId, bool deletesBundle, CancellationToken cancellationToken = default)
    {
        var record = await _client.WithdrawSubmissionAsync(submissionId, cancellationToken).ConfigureAwait(false);
        if (_options.PullRequests is { } requests && record?.PrNumber is { } number)
        {
            try
            {
                await requests.CloseAsync(number, cancellationToken).ConfigureAwait(false);
            }
            catch (PullRequestException exception)
            {
                _reporter.Warn(exception.Message);
            }
        }

        if (deletesBundle || !Profile.IsV1_0)
        {
            try
            {
                await _client.DeleteBundleAsync(submissionId, cancellationToken).ConfigureAwait(false);
            }
            catch (PrismException exception)
            {
                _reporter.Warn($"The bundle was not deleted: {exception.Message}");
            }
        }
    }

    private async Task<ChangedSubmission> MembersAsync(string submissionId, SubmissionUpdate members, CancellationToken cancellation)
    {
        var record = await _client.UpdateSubmissionAsync(submissionId, members, cancellation).ConfigureAwait(false);
        return new ChangedSubmission { Kind = SubmissionChangeKind.Members, Record = record, RunIds = record.RunIds };
    }

    private async Task<ChangedSubmission> ChangedAsync(
        SubmissionChange change, SubmissionRecord record, string what, Func<CancellationToken, Task> revert, string command, string message, CancellationToken cancellation)
    {
        var undo = new UndoLog(_reporter);
        undo.Add(what, change.SubmissionId, revert);
        return await undo.RunAsync(async () =>
        {
            var report = await RebuildAsync(record with { Id = change.SubmissionId }, record.RunIds, record.TargetAvailabilityDate, command, message, change, cancellation).ConfigureAwait(false);
            return new ChangedSubmission { Kind = SubmissionChangeKind.Runs, Record = record, RunIds = record.RunIds, Report = report };
        }, Keeps).ConfigureAwait(false);
    }

    private async Task<Report?> RebuildAsync(
        SubmissionRecord record, IReadOnlyList<string> runIds, string? targetDate, string command, string message, SubmissionChange change, CancellationToken cancellation)
    {
        using var work = new WorkFolder(_options.TemporaryFolder);
        var id = record.Id!;
        var runs = await DownloadAsync(runIds, work, cancellation).ConfigureAwait(false);
        var (fresh, report) = await BuildAsync(Request(runs, record, targetDate, change.SharedSources, change.SharedDocuments), cancellation).ConfigureAwait(false);
        var branch = await FetchAsync(record, id, work, cancellation).ConfigureAwait(false);
        var final = WithMarker(branch is null ? fresh : SubmissionMerge.Merge(branch.Files, fresh), command, record);
        await UploadAsync(id, final, work, cancellation).ConfigureAwait(false);
        if (branch is not null)
        {
            await PushAsync(branch, final, message, cancellation).ConfigureAwait(false);
        }

        return report;
    }

    private async Task<IPullRequestBranch?> FetchAsync(SubmissionRecord record, string id, WorkFolder work, CancellationToken cancellation)
    {
        if (_options.PullRequests is not { } requests || record.PrNumber is null)
        {
            return null;
        }

        _reporter.Stage(WorkflowStage.PullRequestMerge, "Merging into the branch of the pull request");
        return await requests.FetchAsync(id, work.FullPath, cancellation).ConfigureAwait(false);
    }

    private async Task PushAsync(IPullRequestBranch branch, Assembly.AssembledSubmission submission, string message, CancellationToken cancellation)
    {
        _reporter.Stage(WorkflowStage.PullRequestPush, "Pushing to the branch of the pull request");
        try
        {
            await branch.PushAsync(submission, message, cancellation).ConfigureAwait(false);
        }
        catch (PullRequestException exception)
        {
            _reporter.Warn($"The bundle was uploaded, but its pull request was not brought up to date: {exception.Message}");
        }
    }

    /// <summary>What to send to undo an update: the old runs, and the old dates where they were changed and known.</summary>
    private SubmissionUpdate Restoring(SubmissionRecord record, SubmissionUpdate changed) => _options.ReferenceBehaviour
        ? new SubmissionUpdate { RunIds = record.RunIds }
        : new SubmissionUpdate
        {
            RunIds = record.RunIds,
            PublicationCycle = changed.PublicationCycle is null ? null : record.PublicationCycle,
            TargetAvailabilityDate = changed.TargetAvailabilityDate is null ? null : record.TargetAvailabilityDate ?? "",
            EmbargoDate = changed.EmbargoDate is null ? null : record.EmbargoDate ?? "",
        };

    private static string Message(string[] added, string[] removed, int total)
    {
        var parts = new List<string>();
        if (added.Length > 0)
        {
            parts.Add($"add {string.Join(", ", added.Select(Short))}");
        }

        if (removed.Length > 0)
        {
            parts.Add($"remove {string.Join(", ", removed.Select(Short))}");
        }

        return $"update: {string.Join("; ", parts)} ({total} runs total)";
    }
}

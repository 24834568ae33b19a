using System.Runtime.CompilerServices;
using System.Text.Json;
using MlPerf.Endpoints.Prism.Client.Models;

namespace MlPerf.Endpoints.Prism.Client.Http;

public sealed partial class PrismClient
{
    /// <summary>The caller's submissions, in the order of the service.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public async IAsyncEnumerable<SubmissionRecord> ListSubmissionsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var submission in ListAsync("/submissions", cancellationToken).ConfigureAwait(false))
        {
            yield return SubmissionRecord.From(submission);
        }
    }

    /// <summary>One submission with its runs.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public Task<SubmissionRecord> GetSubmissionAsync(string submissionId, CancellationToken cancellationToken = default)
        => SubmissionAsync(Get($"{SubmissionPath(submissionId, isRead: true, _options)}?include_runs=true"), cancellationToken);

    /// <summary>Makes a submission. Never repeated: see <see cref="PrismException.IsOutcomeUnknown"/>.</summary>
    /// <returns>The record; its <see cref="SubmissionRecord.Id"/> is there.</returns>
    /// <exception cref="PrismException">The call failed.</exception>
    public async Task<SubmissionRecord> CreateSubmissionAsync(SubmissionCreate submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var call = new PrismCall(HttpMethod.Post, "/submissions", JsonSerializer.SerializeToUtf8Bytes(submission, PrismJsonContext.Wire.SubmissionCreate));
        var answer = await _transport.JsonAsync(call, cancellationToken).ConfigureAwait(false);
        return SubmissionRecord.From(answer) with { Id = answer.Needed("id", call.Name) };
    }

    /// <summary>Changes members of a submission.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public Task<SubmissionRecord> UpdateSubmissionAsync(string submissionId, SubmissionUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return SubmissionAsync(
            new PrismCall(HttpMethod.Patch, SubmissionPath(submissionId, isRead: false, _options), JsonSerializer.SerializeToUtf8Bytes(update, PrismJsonContext.Wire.SubmissionUpdate)),
            cancellationToken);
    }

    /// <summary>Withdraws a submission; that is final.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public async Task DeleteSubmissionAsync(string submissionId, CancellationToken cancellationToken = default)
        => await _transport.DoneAsync(Delete(SubmissionPath(submissionId, isRead: false, _options)), cancellationToken).ConfigureAwait(false);

    /// <summary>Withdraws a submission and gives what the service says of it; services of v0.7 name its pull request here.</summary>
    /// <returns>The record; null where the service answers without one.</returns>
    /// <exception cref="PrismException">The call failed.</exception>
    public async Task<SubmissionRecord?> WithdrawSubmissionAsync(string submissionId, CancellationToken cancellationToken = default)
    {
        var answer = await _transport.JsonOrNothingAsync(Delete(SubmissionPath(submissionId, isRead: false, _options)), cancellationToken).ConfigureAwait(false);
        return answer is { ValueKind: JsonValueKind.Object } record ? SubmissionRecord.From(record) : null;
    }

    /// <summary>Adds a run to a submission.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public Task<SubmissionRecord> AddRunAsync(string submissionId, string runId, CancellationToken cancellationToken = default)
        => SubmissionAsync(new PrismCall(HttpMethod.Post, SubmissionRunPath(submissionId, runId)), cancellationToken);

    /// <summary>Takes a run out of a submission.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public Task<SubmissionRecord> RemoveRunAsync(string submissionId, string runId, CancellationToken cancellationToken = default)
        => SubmissionAsync(Delete(SubmissionRunPath(submissionId, runId)), cancellationToken);

    /// <summary>Uploads a submission's bundle, streamed from disk.</summary>
    /// <returns>Where the service keeps it, if it says so.</returns>
    /// <exception cref="PrismException">The upload failed.</exception>
    public Task<string?> UploadBundleAsync(string submissionId, string file, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
        => UploadAsync(SubmissionPath(submissionId, isRead: false, _options), file, progress, cancellationToken);

    /// <summary>Downloads a submission's bundle to a file, streamed; a part of it never stays.</summary>
    /// <exception cref="PrismException">The download failed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task DownloadBundleAsync(string submissionId, string file, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
        => await _transport.DownloadAsync($"{SubmissionPath(submissionId, isRead: true, _options)}/archive", file, progress, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes a submission's bundle.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public async Task DeleteBundleAsync(string submissionId, CancellationToken cancellationToken = default)
        => await _transport.DoneAsync(Delete($"{SubmissionPath(submissionId, isRead: false, _options)}/archive"), cancellationToken).ConfigureAwait(false);

    private string SubmissionRunPath(string submissionId, string runId)
        => $"{SubmissionPath(submissionId, isRead: false, _options)}/runs/{PathId(runId, isRead: false, _options)}";

    private async Task<SubmissionRecord> SubmissionAsync(PrismCall call, CancellationToken cancellation)
        => SubmissionRecord.From(ObjectOf(await _transport.JsonAsync(call, cancellation).ConfigureAwait(false), call.Name));
}

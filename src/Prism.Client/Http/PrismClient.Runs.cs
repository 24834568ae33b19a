using System.Runtime.CompilerServices;
using System.Text.Json;
using MlPerf.Endpoints.Prism.Client.Models;

namespace MlPerf.Endpoints.Prism.Client.Http;

public sealed partial class PrismClient
{
    /// <summary>The caller's runs, in the order of the service.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public async IAsyncEnumerable<RunRecord> ListRunsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var run in ListAsync("/runs", cancellationToken).ConfigureAwait(false))
        {
            yield return RunRecord.From(run);
        }
    }

    /// <summary>One run.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public async Task<RunRecord> GetRunAsync(string runId, CancellationToken cancellationToken = default)
    {
        var call = Get(RunPath(runId, isRead: true, _options));
        return RunRecord.From(ObjectOf(await _transport.JsonAsync(call, cancellationToken).ConfigureAwait(false), call.Name));
    }

    /// <summary>Registers a run. Never repeated: see <see cref="PrismException.IsOutcomeUnknown"/>.</summary>
    /// <returns>The record; its <see cref="RunRecord.Id"/> is there.</returns>
    /// <exception cref="PrismException">The call failed.</exception>
    public async Task<RunRecord> CreateRunAsync(RunCreate run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var call = new PrismCall(HttpMethod.Post, "/runs", JsonSerializer.SerializeToUtf8Bytes(run, PrismJsonContext.Wire.RunCreate));
        var answer = await _transport.JsonAsync(call, cancellationToken).ConfigureAwait(false);
        return RunRecord.From(answer) with { Id = answer.Needed("id", call.Name) };
    }

    /// <summary>Deletes a run's record.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public async Task DeleteRunAsync(string runId, CancellationToken cancellationToken = default)
        => await _transport.DoneAsync(Delete(RunPath(runId, isRead: false, _options)), cancellationToken).ConfigureAwait(false);

    /// <summary>Keeps a run past its expiry.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public async Task PinRunAsync(string runId, CancellationToken cancellationToken = default)
        => await _transport.DoneAsync(new PrismCall(HttpMethod.Patch, $"{RunPath(runId, isRead: false, _options)}/pin"), cancellationToken).ConfigureAwait(false);

    /// <summary>Lets a run expire again.</summary>
    /// <exception cref="PrismException">The call failed.</exception>
    public async Task UnpinRunAsync(string runId, CancellationToken cancellationToken = default)
        => await _transport.DoneAsync(new PrismCall(HttpMethod.Patch, $"{RunPath(runId, isRead: false, _options)}/unpin"), cancellationToken).ConfigureAwait(false);

    /// <summary>Uploads a run's archive, streamed from disk.</summary>
    /// <returns>Where the service keeps it, if it says so.</returns>
    /// <exception cref="PrismException">The upload failed.</exception>
    public Task<string?> UploadRunArchiveAsync(string runId, string file, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
        => UploadAsync(RunPath(runId, isRead: false, _options), file, progress, cancellationToken);

    /// <summary>Downloads a run's archive to a file, streamed; a part of it never stays.</summary>
    /// <exception cref="PrismException">The download failed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task DownloadRunArchiveAsync(string runId, string file, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
        => await _transport.DownloadAsync($"{RunPath(runId, isRead: true, _options)}/archive", file, progress, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes a run's archive.</summary>
    /// <exception cref="PrismException">The call failed; status 404 where there is none.</exception>
    public async Task DeleteRunArchiveAsync(string runId, CancellationToken cancellationToken = default)
        => await _transport.DoneAsync(Delete($"{RunPath(runId, isRead: false, _options)}/archive"), cancellationToken).ConfigureAwait(false);

    private async Task<string?> UploadAsync(string path, string file, IProgress<TransferProgress>? progress, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var answer = _options.Transfer is ArchiveTransfer.Form
            ? await _transport.PostFormAsync($"{path}/archive", file, progress, cancellation).ConfigureAwait(false)
            : await _transport.UploadAsync($"{path}/archive/upload-url", file, progress, cancellation).ConfigureAwait(false);
        return answer.Text("archive_uri");
    }
}

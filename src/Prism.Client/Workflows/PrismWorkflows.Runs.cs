using System.Net;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Models;
using MlPerf.Endpoints.Prism.Client.Runs;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

public sealed partial class PrismWorkflows
{
    /// <summary>What registering a run would send; nothing is sent.</summary>
    /// <exception cref="RunFolderException">The folder is no run.</exception>
    public RunCreate PreviewRun(RunRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        var folder = RunFolder.Read(registration.Path, Profile.Revision);
        var now = _time.GetUtcNow();
        folder.ChangedFiles(now);
        return Complete(folder.ToRun(now), registration);
    }

    /// <summary>Registers a run folder and uploads its archive; a run whose upload fails is deleted again.</summary>
    /// <exception cref="RunFolderException">The folder is no run; nothing was sent.</exception>
    /// <exception cref="PrismException">The registration failed.</exception>
    /// <exception cref="PrismWorkflowException">Something failed after the run was registered.</exception>
    public async Task<RegisteredRun> RegisterRunAsync(RunRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        var folder = RunFolder.Read(registration.Path, Profile.Revision);
        var now = _time.GetUtcNow();
        var changed = folder.ChangedFiles(now);
        var run = Complete(folder.ToRun(now, SentLevel), registration);
        using var work = new WorkFolder(_options.TemporaryFolder);
        var undo = new UndoLog(_reporter);
        return await undo.RunAsync(async () =>
        {
            var id = registration.ResumeId;
            if (id is null)
            {
                _reporter.Stage(WorkflowStage.Register, "Registering the run");
                id = (await _client.CreateRunAsync(run, cancellationToken).ConfigureAwait(false)).Id!;
                undo.Add($"run {id}", id, token => DeleteRunAsync(id, token));
            }

            var uri = await UploadRunAsync(id, folder.FullPath, TopName(registration.Path, folder), folder.Name, changed, work, cancellationToken).ConfigureAwait(false);
            return new RegisteredRun(id, uri);
        }, Keeps).ConfigureAwait(false);
    }

    /// <summary>Deletes a run and its archive; that there is no archive is fine.</summary>
    /// <returns>Why the archive was not deleted; null where it was, or was not there.</returns>
    /// <exception cref="PrismException">The run was not deleted; the message says so where its archive was by then.</exception>
    public async Task<string?> DeleteRunWithArchiveAsync(string runId, CancellationToken cancellationToken = default)
    {
        string? warning = null;
        var isArchiveGone = false;
        try
        {
            await _client.DeleteRunArchiveAsync(runId, cancellationToken).ConfigureAwait(false);
            isArchiveGone = true;
        }
        catch (PrismException exception) when (exception.Status is HttpStatusCode.NotFound)
        {
            // No archive: nothing to delete.
        }
        catch (PrismException exception) when (_options.ReferenceBehaviour || exception.Kind is not (PrismErrorKind.Unauthorized or PrismErrorKind.UpgradeRequired))
        {
            if (exception.Kind is PrismErrorKind.MissingToken)
            {
                throw;
            }

            warning = exception.Message;
        }

        try
        {
            await _client.DeleteRunAsync(runId, cancellationToken).ConfigureAwait(false);
        }
        catch (PrismException exception) when (isArchiveGone && !_options.ReferenceBehaviour)
        {
            // The protocol deletes the archive first, as the reference does.
            throw new PrismException(
                exception.Kind, $"{exception.Message.TrimEnd('.')}. Its archive was deleted before that: run {runId} is still registered, but without its files; register its folder anew.", exception)
            {
                Status = exception.Status,
                Detail = exception.Detail,
                Call = exception.Call,
                IsOutcomeUnknown = exception.IsOutcomeUnknown,
                RetryAfter = exception.RetryAfter,
            };
        }

        return warning;
    }

    private async Task<string?> UploadRunAsync(
        string id, string folder, string? topName, string name, IReadOnlyDictionary<string, byte[]> changed, WorkFolder work, CancellationToken cancellation)
    {
        _reporter.Stage(WorkflowStage.Pack, $"Packing {name}");
        var archive = work.File($"{name}.tar.gz");
        try
        {
            await FolderArchive.PackAsync(folder, topName, changed, archive, _reporter.Transfer($"packing {name}"), cancellation).ConfigureAwait(false);
        }
        catch (ArchiveException exception)
        {
            throw new PrismException(PrismErrorKind.Archive, $"{exception.Message}.", exception);
        }

        _reporter.Stage(WorkflowStage.Upload, $"Uploading {name}.tar.gz");
        var uri = await _client.UploadRunArchiveAsync(id, archive, _reporter.Transfer(name), cancellation).ConfigureAwait(false);
        File.Delete(archive);
        return uri;
    }

    private async Task DeleteRunAsync(string id, CancellationToken cancellation)
    {
        try
        {
            await _client.DeleteRunArchiveAsync(id, cancellation).ConfigureAwait(false);
        }
        catch (PrismException)
        {
            // There may be no archive yet; the record is what counts.
        }

        await _client.DeleteRunAsync(id, cancellation).ConfigureAwait(false);
    }

    private RunCreate Complete(RunCreate run, RunRegistration registration) => run with
    {
        ExpiresAt = string.IsNullOrEmpty(registration.ExpiresAt) ? null : registration.ExpiresAt,
        Pinned = registration.Pinned ? true : null,
        IsTest = registration.IsTest && Profile.IsV1_0 ? true : null,
    };

    /// <summary>The archive's top folder: the folder's own name; in the reference's way the last part as typed, which may be none.</summary>
    private string? TopName(string path, RunFolder folder)
    {
        if (!_options.ReferenceBehaviour)
        {
            return folder.Name;
        }

        var typed = path.TrimEnd('/', Path.DirectorySeparatorChar);
        return Path.GetFileName(typed) switch
        {
            "." => null,
            ".." => "..",
            "" => folder.Name,
            var name => name,
        };
    }
}

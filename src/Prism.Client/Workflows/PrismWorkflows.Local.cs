using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Prism.Client.Runs;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

public sealed partial class PrismWorkflows
{
    /// <summary>Registers the runs of a finished submission on disk, then the submission itself with the folder as its bundle.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="RunFolderException">It holds no result folders, or one cannot be read.</exception>
    /// <exception cref="SubmissionCheckException">It does not pass the check.</exception>
    /// <exception cref="PrismWorkflowException">Something failed after a run was registered.</exception>
    public async Task<CreatedSubmission> CreateFromLocalAsync(LocalSubmission local, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(local);
        var root = Path.GetFullPath(local.Path);
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"'{local.Path}' is no folder; expected that of a finished submission.");
        }

        var folders = LocalResults.Find(root, Profile.IsV1_0);
        if (folders.Count == 0)
        {
            throw new RunFolderException(
                $"'{local.Path}' holds no result folders; expected {(Profile.IsV1_0 ? "results/<system>/<model>/r<N>/" : "pareto/<system>/<model>/results/<point>/")} with system_desc.json.");
        }

        var report = await CheckAsync(new FolderSource(local.Path), cancellationToken).ConfigureAwait(false);
        var submission = LocalResults.Load(root, TopNameOfLocal(local.Path, root), _options.ReferenceBehaviour);
        if (local.Creation.IsDryRun)
        {
            return new CreatedSubmission { Submission = submission, Report = report, Manifest = SubmissionManifest.Of(submission, report) };
        }

        await CheckPullRequestsAsync(cancellationToken).ConfigureAwait(false);
        using var work = new WorkFolder(_options.TemporaryFolder);
        var undo = new UndoLog(_reporter);
        return await undo.RunAsync(async () =>
        {
            var runIds = new List<string>();
            foreach (var folder in folders)
            {
                runIds.Add(local.RegisteredRuns.GetValueOrDefault(folder.Relative) ?? await RegisterLocalAsync(folder, work, undo, cancellationToken).ConfigureAwait(false));
            }

            var record = await RecordAsync(local.Creation, runIds, undo, cancellationToken).ConfigureAwait(false);
            if (_options.ReferenceBehaviour)
            {
                // The reference keeps the runs from here on, and leaves its marker in the user's folder.
                undo.Forget(count: runIds.Count - local.RegisteredRuns.Count);
                await DiskFile.WriteAsync(Path.Combine(root, MarkerFile), LocalMarker()).ConfigureAwait(false);
            }

            var id = record.Id!;
            var final = submission.With($"{submission.Organisation}/{MarkerFile}", LocalMarker());
            await UploadAsync(id, final, work, cancellationToken).ConfigureAwait(false);
            var pullRequest = await OpenAsync(id, final, work, cancellationToken).ConfigureAwait(false);
            await FinishAsync(id, pullRequest, cancellationToken).ConfigureAwait(false);
            return new CreatedSubmission { Id = id, Submission = final, Report = report, PullRequest = pullRequest, Manifest = SubmissionManifest.Of(final, report), RunIds = runIds };
        }, Keeps).ConfigureAwait(false);
    }

    private const string MarkerFile = "cli_metadata.json";

    private async Task<string> RegisterLocalAsync(LocalResults.Folder folder, WorkFolder work, UndoLog undo, CancellationToken cancellation)
    {
        var run = RunFolder.Read(folder.FullPath, Profile.IsV1_0 ? RunFolderLayout.V1_0Assembled : RunFolderLayout.V0_7Assembled, folder.PowerFile);
        _reporter.Stage(WorkflowStage.Register, $"Registering {folder.Relative}");
        var now = _time.GetUtcNow();
        var record = await _client.CreateRunAsync(run.ToRun(now, SentLevel), cancellation).ConfigureAwait(false);
        undo.Add($"run {record.Id}", record.Id!, token => DeleteRunAsync(record.Id!, token), folder.Relative);
        await UploadRunAsync(record.Id!, run.FullPath, run.Name, run.Name, run.ChangedFiles(now), work, cancellation).ConfigureAwait(false);
        undo.Complete(record.Id!);
        return record.Id!;
    }

    private byte[] LocalMarker() => NodeJson.Indented(JsonNodes.Map(
        ("command", JsonNodes.Of("create-local")),
        ("cli_version", JsonNodes.Of(Profile.OwnLevel ?? _client.CliVersion)),
        ("created_at", JsonNodes.Of(Now()))));

    private string TopNameOfLocal(string typed, string root)
    {
        var resolved = Path.GetFileName(root.TrimEnd(Path.DirectorySeparatorChar));
        var last = Path.GetFileName(typed.TrimEnd('/', Path.DirectorySeparatorChar));
        return _options.ReferenceBehaviour && last is not ("" or "." or "..") ? last : resolved;
    }
}

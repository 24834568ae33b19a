using System.IO.Pipelines;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Runner.Recording;

/// <summary>A file that is written behind the writers' backs: they fill a pipe, a task empties it. Becomes visible under its name when it is whole.</summary>
internal sealed class FilePipe : IAsyncDisposable
{
    private const int FlushAt = 32 * 1024;

    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0, resumeWriterThreshold: 0, minimumSegmentSize: 64 * 1024, useSynchronizationContext: false));
    private readonly AtomicFile.Unfinished? _unfinished;
    private readonly FileStream _file;
    private readonly Task _copying;
    private bool _isOver;

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isAtomic">Whether it stands under another name until it is whole.</param>
    public FilePipe(string path, bool isAtomic)
    {
        _unfinished = isAtomic ? AtomicFile.Begin(path, FileOptions.Asynchronous) : null;
        _file = _unfinished?.Stream ?? new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
        _copying = CopyAsync();
    }

    /// <summary>Where to write; callers hold a lock.</summary>
    public PipeWriter Writer => _pipe.Writer;

    /// <summary>Hands what was written to the file, once it is worth it. Never waits.</summary>
    public void Offer(bool always = false)
    {
        if (always || _pipe.Writer.UnflushedBytes >= FlushAt)
        {
            // Without a threshold a flush is always complete at once.
            var flush = _pipe.Writer.FlushAsync(CancellationToken.None);
            if (!flush.IsCompleted)
            {
                throw new InvalidOperationException("A pipe without a threshold never makes its writers wait.");
            }

            _ = flush.Result;
        }
    }

    /// <summary>Writes the rest and gives the file its name.</summary>
    public async Task CompleteAsync()
    {
        await EndAsync().ConfigureAwait(false);
        _unfinished?.Finish();
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await EndAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // Whoever completes the file hears of it; here it is being given up.
        }

        _unfinished?.Dispose();
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private async Task EndAsync()
    {
        if (!_isOver)
        {
            _isOver = true;
            await _pipe.Writer.CompleteAsync().ConfigureAwait(false);
        }

        await _copying.ConfigureAwait(false);
    }

    private async Task CopyAsync()
    {
        Exception? failure = null;
        try
        {
            await _pipe.Reader.CopyToAsync(_file).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            failure = error;
            throw;
        }
        finally
        {
            await _pipe.Reader.CompleteAsync(failure).ConfigureAwait(false);
        }
    }
}

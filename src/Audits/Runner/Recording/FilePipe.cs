using System.IO.Pipelines;

namespace MlPerf.Endpoints.Audits.Runner.Recording;

/// <summary>A file that is written behind the writers' backs: they fill a pipe, a task empties it. Becomes visible under its name when it is whole.</summary>
internal sealed class FilePipe : IAsyncDisposable
{
    private const int FlushAt = 32 * 1024;
    private const string TemporaryEnding = ".tmp";

    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0, resumeWriterThreshold: 0, minimumSegmentSize: 64 * 1024, useSynchronizationContext: false));
    private readonly string _path;
    private readonly bool _isAtomic;
    private readonly Task _copying;
    private bool _isOver;

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isAtomic">Whether it stands under another name until it is whole.</param>
    public FilePipe(string path, bool isAtomic)
    {
        (_path, _isAtomic) = (path, isAtomic);
        var file = new FileStream(isAtomic ? path + TemporaryEnding : path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
        _copying = Task.Run(() => CopyAsync(file));
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
        if (_isAtomic)
        {
            File.Move(_path + TemporaryEnding, _path, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var wasOver = _isOver;
        try
        {
            await EndAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // Whoever completes the file hears of it; here it is being given up.
        }

        if (!wasOver && _isAtomic && File.Exists(_path + TemporaryEnding))
        {
            File.Delete(_path + TemporaryEnding);
        }
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

    private async Task CopyAsync(FileStream file)
    {
        Exception? failure = null;
        try
        {
            await using (file.ConfigureAwait(false))
            {
                await _pipe.Reader.CopyToAsync(file).ConfigureAwait(false);
            }
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

using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Shared;

/// <summary>Writes files whole or not at all: under a temporary name in the same folder, flushed, then renamed, and the folder flushed. Links are written through;
/// devices and pipes get the bytes as they come.</summary>
internal static class AtomicFile
{
    /// <summary>What the name of an unfinished file ends with.</summary>
    public const string TemporaryEnding = ".tmp";

    /// <summary>Writes a file.</summary>
    /// <exception cref="IOException">It cannot be written; nothing of it stays, and what stood there before is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new Unfinished(path, FileOptions.None);
        file.Stream.Write(content);
        file.Finish();
    }

    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="overwrites">Whether a file that is there may be replaced.</param>
    public static void Write(string path, Action<Stream> write, bool overwrites = true)
    {
        using var file = new Unfinished(path, FileOptions.None);
        write(file.Stream);
        file.Finish(overwrites);
    }

    /// <inheritdoc cref="Write(string, Action{Stream}, bool)"/>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, bool overwrites = true)
    {
        using var file = new Unfinished(path, FileOptions.Asynchronous);
        await write(file.Stream).ConfigureAwait(false);
        file.Finish(overwrites);
    }

    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> content)
        => WriteAsync(path, async stream => await stream.WriteAsync(content).ConfigureAwait(false));

    /// <summary>Begins a file that is written over a longer time.</summary>
    public static Unfinished Begin(string path, FileOptions options) => new(path, options);

    /// <summary>Removes what an interrupted process left of a file. Only for who alone writes it: another writer's unfinished file goes too.</summary>
    public static void RemoveUnfinished(string path)
    {
        var (folder, start) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path) + ".");
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + TemporaryEnding) : [])
        {
            if (Path.GetFileName(file.AsSpan(0, file.Length - TemporaryEnding.Length)) is var name && name.StartsWith(start, StringComparison.Ordinal) && Guid.TryParseExact(name[start.Length..], "N", out _))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>A file that is there only once it is finished.</summary>
    internal sealed class Unfinished : IDisposable
    {
        private readonly string _place;
        private readonly string? _temporary;

        internal Unfinished(string path, FileOptions options)
        {
            (_place, var isRegular) = OutputPlace.Of(path);
            _temporary = isRegular ? $"{_place}.{Guid.NewGuid():N}{TemporaryEnding}" : null;
            Stream = _temporary is null
                ? new FileStream(_place, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)
                : new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, options);
        }

        public FileStream Stream { get; }

        public void Finish(bool overwrites = true)
        {
            Stream.Flush(flushToDisk: _temporary is not null);
            Stream.Dispose();
            if (_temporary is not null)
            {
                File.Move(_temporary, _place, overwrites);
                FolderFlush.Flush(Path.GetDirectoryName(_place)!);
            }
        }

        public void Dispose()
        {
            Stream.Dispose();
            try
            {
                // Gone already where the file was finished.
                if (_temporary is not null)
                {
                    File.Delete(_temporary);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // The failure that led here is the one to tell.
            }
        }
    }
}

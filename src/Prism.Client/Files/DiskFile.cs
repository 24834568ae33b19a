using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Files;

/// <summary>Writes files whole or not at all, as <see cref="AtomicFile"/> does, and says what is missing where the disk has no room.</summary>
internal static class DiskFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="neededBytes">The most that it takes; null where unknown. Only asked after a failure.</param>
    /// <param name="overwrites">Whether a file that is there may be replaced.</param>
    /// <exception cref="DiskFullException">There is no room; nothing of it stays, and what stood there before is untouched.</exception>
    /// <exception cref="IOException">It cannot be written; the same holds.</exception>
    public static async Task WriteAsync(string file, Func<Stream, Task> write, Func<long?>? neededBytes = null, bool overwrites = true)
    {
        try
        {
            await AtomicFile.WriteAsync(file, write, overwrites).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (DiskFullException.Of(exception, file, neededBytes) is { } full)
            {
                throw full;
            }

            throw;
        }
    }

    /// <inheritdoc cref="WriteAsync(string, Func{Stream, Task}, Func{long?}?, bool)"/>
    public static Task WriteAsync(string file, ReadOnlyMemory<byte> content)
        => WriteAsync(file, async stream => await stream.WriteAsync(content).ConfigureAwait(false), () => content.Length);

    /// <summary>Adds to a file that others write too; where that fails, the file is as long as before.</summary>
    /// <exception cref="DiskFullException">There is no room.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task AppendAsync(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        await using (stream.ConfigureAwait(false))
        {
            var before = stream.Seek(0, SeekOrigin.End);
            try
            {
                await stream.WriteAsync(content, cancellation).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                stream.SetLength(before);
                if (DiskFullException.Of(exception, file, () => content.Length) is { } full)
                {
                    throw full;
                }

                throw;
            }
        }
    }
}

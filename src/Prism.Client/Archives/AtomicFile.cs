namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>Writes files whole or not at all: under a temporary name in the same folder, flushed, then renamed.</summary>
internal static class AtomicFile
{
    public static async Task WriteAsync(string file, Func<Stream, Task> write)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            await using (stream.ConfigureAwait(false))
            {
                await write(stream).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch
        {
            Delete(temporary);
            throw;
        }
    }

    public static Task WriteAsync(string file, ReadOnlyMemory<byte> content) => WriteAsync(file, async stream => await stream.WriteAsync(content).ConfigureAwait(false));

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to tell.
        }
    }
}

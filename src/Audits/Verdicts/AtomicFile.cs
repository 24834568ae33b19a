namespace MlPerf.Endpoints.Audits.Verdicts;

/// <summary>Writes a file whole or not at all: temporary file beside it, flush, rename, flush of the folder (audits, section 4.3).</summary>
internal static class AtomicFile
{
    public const string TemporaryEnding = ".tmp";

    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + TemporaryEnding;
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }

        FolderFlush.Flush(Path.GetDirectoryName(path)!);
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The error that led here is the one to tell.
        }
    }
}

using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.SubmissionChecker;

/// <summary>A file that is there whole or not at all: written beside its place, flushed, renamed.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a place that cannot be written before any work is done for it.</summary>
    /// <exception cref="UsageException">The folder does not exist, or a folder stands at the place.</exception>
    public static void Check(string? path)
    {
        if (path is null)
        {
            return;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"The folder of the output file does not exist: {folder}. Make it first, or name another file with --output.");
        }

        if (Directory.Exists(path))
        {
            throw new UsageException($"The output file is a folder: {path}. Name a file in it with --output.");
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">It could not be written; what stood there before is untouched.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        var (full, isRegular) = OutputPlace.Of(path);
        if (!isRegular)
        {
            using var device = new FileStream(full, FileMode.Open, FileAccess.Write);
            WriteText(device, write);
            return;
        }

        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                WriteText(stream, write);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var text = new StreamWriter(stream, Program.Utf8, 1 << 14, leaveOpen: true);
        write(text);
    }
}

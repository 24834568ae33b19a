using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.SubmissionChecker;

/// <summary>A file that is there whole or not at all: written beside its place, flushed, renamed.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a place that cannot be written before any work is done for it.</summary>
    /// <param name="path">The file to write; null for none.</param>
    /// <param name="inputs">What is read: no file of it is written over, but for an earlier report.</param>
    /// <exception cref="UsageException">The folder does not exist, a folder stands at the place, or a file that is checked.</exception>
    public static void Check(string? path, IEnumerable<string> inputs)
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

        var (full, isRegular) = OutputPlace.Of(path);
        if (isRegular && File.Exists(full) && inputs.FirstOrDefault(input => IsBelow(full, Path.GetFullPath(input))) is { } input && !IsReport(full))
        {
            throw new UsageException($"The output file is a file of what is checked: {path} lies in {input} and would be lost. Name another file with --output.");
        }
    }

    // A report begins with the path that was checked, several with their list.
    private static bool IsReport(string path)
    {
        Span<byte> begin = stackalloc byte[64];
        using var file = File.OpenRead(path);
        begin = begin[..file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)];
        return begin.StartsWith("{"u8) && (begin.IndexOf("\"submission_path\""u8) > 0 || begin.IndexOf("\"reports\""u8) > 0);
    }

    private static bool IsBelow(string file, string path)
        => string.Equals(file, path, StringComparison.Ordinal) || file.StartsWith(Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">It could not be written; what stood there before is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var (full, isRegular) = OutputPlace.Of(path);
        if (!isRegular)
        {
            using var device = new FileStream(full, FileMode.Open, FileAccess.Write);
            write(device);
            return;
        }

        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
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
}

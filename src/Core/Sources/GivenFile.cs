namespace MlPerf.Endpoints.Core.Sources;

/// <summary>A file that does not belong to the submission: seed sets and drafters that the caller names, the list of libraries beside an application. It is read as it is, links and pipes included.</summary>
internal static class GivenFile
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">Larger files are answered with <see cref="SourceProblemKind.TooLarge"/>.</param>
    public static SourceContent Read(string path, long maxBytes)
    {
        // Files of /proc say that they are empty.
        if (UnixFile.IsSupported && UnixFile.Stat(path, out var length) is UnixFileType.Regular && length > 0)
        {
            return length > maxBytes ? new SourceContent(default, SourceProblems.TooLarge(length, maxBytes)) : RegularFile.Read(path, length);
        }

        return ReadStream(path, maxBytes);
    }

    // To the end, wherever that is: a pipe does not tell its length.
    private static SourceContent ReadStream(string path, long maxBytes)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 14];
            while (file.Read(buffer) is var count and > 0)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > maxBytes)
                {
                    return new SourceContent(default, SourceProblems.TooLarge(bytes.Length, maxBytes));
                }
            }

            return new SourceContent(bytes.ToArray());
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return new SourceContent(default, new SourceProblem(SourceProblemKind.Missing, "it does not exist"));
        }
        catch (UnauthorizedAccessException)
        {
            return new SourceContent(default, Directory.Exists(path)
                ? new SourceProblem(SourceProblemKind.IsFolder, "it is a folder")
                : SourceProblems.AccessDenied);
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or NotSupportedException)
        {
            return new SourceContent(default, SourceProblems.Failed(failure.Message));
        }
    }
}

using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Reads whole files that are known to be regular.</summary>
internal static class RegularFile
{
    /// <summary>Reads a file as far as it was long when it was looked at; fewer bytes where it is shorter by now.</summary>
    public static SourceContent Read(string path, long lengthBytes)
    {
        var bytes = new byte[lengthBytes];
        if (!UnixFile.IsSupported)
        {
            return ReadByHandle(path, bytes);
        }

        return UnixFile.Read(path, bytes, out var error) is var length and >= 0
            ? new SourceContent(bytes.AsMemory(0, length))
            : new SourceContent(default, UnixFile.IsAccessDenied(error) ? SourceProblems.AccessDenied : SourceProblems.Failed(Marshal.GetPInvokeErrorMessage(error)));
    }

    private static SourceContent ReadByHandle(string path, byte[] bytes)
    {
        try
        {
            using var handle = File.OpenHandle(path);
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is var count and > 0)
            {
                read += count;
            }

            return new SourceContent(bytes.AsMemory(0, read));
        }
        catch (UnauthorizedAccessException)
        {
            return new SourceContent(default, SourceProblems.AccessDenied);
        }
        catch (IOException failure)
        {
            return new SourceContent(default, SourceProblems.Failed(failure.Message));
        }
    }
}

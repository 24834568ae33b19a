using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>A temporary folder of one workflow, readable by its user alone and always removed.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>How the names of all such folders begin.</summary>
    public const string NamePrefix = "mlperf-endpoints-";

    public WorkFolder(string? parent)
    {
        FullPath = System.IO.Path.Combine(parent ?? System.IO.Path.GetTempPath(), $"{NamePrefix}{Guid.NewGuid():N}");
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(FullPath);
            }
            else
            {
                Directory.CreateDirectory(FullPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (IOException exception)
        {
            if (DiskFullException.Of(exception, FullPath) is { } full)
            {
                throw full;
            }

            throw;
        }
    }

    public string FullPath { get; }

    public string File(params string[] parts)
    {
        var file = System.IO.Path.Combine([FullPath, .. parts]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file) ?? FullPath);
        return file;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(FullPath, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Read-only files of a clone on some systems; the system's own cleaning takes the rest.
        }
    }
}

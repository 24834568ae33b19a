namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>A temporary folder of one workflow, readable by its user alone and always removed.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(string? parent)
    {
        FullPath = System.IO.Path.Combine(parent ?? System.IO.Path.GetTempPath(), $"mlperf-endpoints-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(FullPath);
        }
        else
        {
            Directory.CreateDirectory(FullPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
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

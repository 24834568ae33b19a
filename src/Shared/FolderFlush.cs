using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.Shared;

/// <summary>Makes renames in a folder durable, where the system has a call for it.</summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, ReadOnly);
        if (handle >= 0)
        {
            // Some file systems refuse to flush folders; the rename stands all the same.
            _ = Sync(handle);
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}

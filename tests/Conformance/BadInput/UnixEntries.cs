using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.Conformance.BadInput;

/// <summary>What the framework cannot do on Linux.</summary>
internal static partial class UnixEntries
{
    public static void MakePipe(string path)
    {
        if (MkFifo(path, 0x1A4) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>The most memory that a running process held at once so far, in bytes; null once it has ended.</summary>
    public static long? PeakMemoryBytes(int processId)
    {
        const string Name = "VmHWM:";
        try
        {
            var line = File.ReadLines($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/status").FirstOrDefault(static line => line.StartsWith(Name, StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.AsSpan(Name.Length).Trim(" \tkB"), CultureInfo.InvariantCulture) << 10;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MkFifo(string path, uint mode);
}

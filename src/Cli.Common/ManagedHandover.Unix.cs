using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.Tools;

internal static partial class ManagedHandover
{
    // Comes back only where the system refuses.
    private static int Replace(string dotnet, string tool, string[] arguments, TextWriter error, int failure)
    {
        _ = Execute(dotnet, [dotnet, tool, .. arguments, null]);
        error.WriteLine($"{dotnet} cannot be started: {Marshal.GetLastPInvokeErrorMessage()}.");
        return failure;
    }

    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Execute(string path, string?[] argumentsAndNull);
}

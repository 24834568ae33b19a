using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.Audits.Tests.EndToEnd;

/// <summary>Interrupts a process that the test started, however the test itself was started.</summary>
internal static partial class Interrupt
{
    private const int SigInt = 2;
    private const nint DefaultAction = 0;
    private const nint Failed = -1;

    /// <summary>Starts a process that an interrupt reaches.</summary>
    /// <remarks>A shell starts its background jobs with the interrupt ignored, and a child inherits that: while it is started here, this process has the default action.</remarks>
    public static Process StartInterruptible(Func<Process> start)
    {
        var before = Set(DefaultAction);
        try
        {
            return start();
        }
        finally
        {
            Set(before);
        }
    }

    public static void Send(Process process)
    {
        if (Kill(process.Id, SigInt) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    private static nint Set(nint action)
    {
        var before = Signal(SigInt, action);
        return before is Failed ? throw new Win32Exception(Marshal.GetLastPInvokeError()) : before;
    }

    [LibraryImport("libc", EntryPoint = "signal", SetLastError = true)]
    private static partial nint Signal(int signal, nint action);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}

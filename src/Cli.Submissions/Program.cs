using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>Entry point of the tool.</summary>
internal static class Program
{
    // SIGXFSZ, which has this number on Linux and macOS and no name in .NET.
    private const int FileSizeExceeded = 25;

    // A limit on the size of files (ulimit -f) is an error to report like a full disk, no reason to die over a half-written file.
    // For the life of the process: signals are looked at after the fact, and one that nobody registered for ends it.
    private static readonly PosixSignalRegistration? FileSize = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)FileSizeExceeded, signal => signal.Cancel = true);

    public static async Task<int> Main(string[] args)
    {
        GC.KeepAlive(FileSize);
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The first interrupt undoes what was begun; a second one ends the process.
            if (!interrupted.IsCancellationRequested)
            {
                pressed.Cancel = true;
                interrupted.Cancel();
            }
        };
        try
        {
            return await SubmissionCli.RunAsync(args, CliHost.OfProcess(), interrupted.Token).ConfigureAwait(false);
        }
        catch (IOException failure) when (failure is not (FileNotFoundException or FileLoadException))
        {
            // Standard output, or standard error itself: then the exit code is all that can be told.
            try
            {
                await Console.Error.WriteLineAsync($"error: output cannot be written: {failure.Message}").ConfigureAwait(false);
            }
            catch (IOException)
            {
            }

            return ExitCodes.Failure;
        }
    }
}

using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>Entry point of the tool.</summary>
internal static class Program
{
    // SIGXFSZ, which has this number on Linux and macOS and no name in .NET.
    private const int FileSizeExceeded = 25;

    public static async Task<int> Main(string[] args)
    {
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
        // A limit on the size of files (ulimit -f) is an error to report like a full disk, no reason to die over a half-written file.
        using var tooLarge = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)FileSizeExceeded, signal => signal.Cancel = true);
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

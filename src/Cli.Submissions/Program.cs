namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>Entry point of the tool.</summary>
internal static class Program
{
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
        return await SubmissionCli.RunAsync(args, CliHost.OfProcess(), interrupted.Token).ConfigureAwait(false);
    }
}

using System.CommandLine;
using System.Text.Json;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Json;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary>What runs and submissions have in common: their ids, <c>list</c> and <c>get</c>.</summary>
internal static class RecordCommands
{
    public static Option<string> RunId() => new("--run-id") { Description = "The run.", Required = true, HelpName = "ID" };

    public static Option<string> SubmissionId() => new("--submission-id") { Description = "The submission.", Required = true, HelpName = "ID" };

    /// <summary>Lists records: as they came, as a table, or a line where there are none.</summary>
    public static Command List<T>(
        CommandScope scope, string description, string none, Func<PrismClient, CancellationToken, IAsyncEnumerable<T>> list, Func<T, JsonElement> json, Action<CommandRun, IReadOnlyList<T>> table)
        => scope.Bind(new Command("list", description), async run =>
        {
            await run.RequireTokenAsync().ConfigureAwait(false);
            var client = await run.ClientAsync().ConfigureAwait(false);
            var records = new List<T>();
            await foreach (var record in list(client, run.Cancellation).ConfigureAwait(false))
            {
                records.Add(record);
            }

            if (run.IsJson)
            {
                run.Outcome.Printed();
                using var document = JsonDocument.Parse($"[{string.Join(',', records.Select(record => json(record).GetRawText()))}]", new JsonDocumentOptions { MaxDepth = 1000 });
                run.Host.Output.WriteJson(PrismJsonText.Indented(document.RootElement));
            }
            else if (records.Count == 0)
            {
                run.Host.Output.WriteLine(none);
            }
            else
            {
                table(run, records);
            }

            return SubmissionExitCodes.Done;
        });

    /// <summary>Shows a record, and downloads its archive where a folder is given.</summary>
    /// <param name="scope">Runs the action.</param>
    /// <param name="description">The command's help.</param>
    /// <param name="id">The option that names the record.</param>
    /// <param name="get">Asks for the record.</param>
    /// <param name="print">Prints it as a table; null stands for JSON.</param>
    /// <param name="json">The record as it came.</param>
    /// <param name="download">Saves its archive.</param>
    public static Command Get<T>(
        CommandScope scope, string description, Option<string> id, Func<PrismClient, string, CancellationToken, Task<T>> get, Func<CommandRun, Action<T>?> print, Func<T, JsonElement> json,
        Func<PrismClient, string, string, IProgress<TransferProgress>?, CancellationToken, Task> download)
    {
        var folder = DownloadFolder.Option();
        return scope.Bind(new Command("get", description) { id, folder }, async run =>
        {
            var target = DownloadFolder.Of(run, folder);
            var recordId = run.Id(run.Get(id)!, id.Name);
            await run.RequireTokenAsync().ConfigureAwait(false);
            var client = await run.ClientAsync().ConfigureAwait(false);
            DownloadFolder.Make(target);
            var record = await get(client, recordId, run.Cancellation).ConfigureAwait(false);
            if (!run.IsJson && print(run) is { } table)
            {
                table(record);
            }
            else
            {
                run.Outcome.Printed();
                run.Host.Output.WriteJson(PrismJsonText.Indented(json(record)));
            }

            if (target is not null)
            {
                var file = Path.Combine(target, $"{DownloadFolder.FileName(recordId)}.tar.gz");
                await download(client, recordId, file, run.Reporter.Transfer($"{recordId}.tar.gz"), run.Cancellation).ConfigureAwait(false);
                run.Outcome.Tell($"Saved {file}");
            }

            return SubmissionExitCodes.Done;
        });
    }
}

using System.Text.Json;
using MlPerf.Endpoints.Prism.Client.Json;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary>Prints lists of records: as they came, as a table, or a line where there are none.</summary>
internal static class Records
{
    public static void Print(CommandRun run, IReadOnlyList<JsonElement> records, string none, Action table)
    {
        if (run.IsJson)
        {
            run.Outcome.Printed();
            var list = JsonDocument.Parse($"[{string.Join(',', records.Select(record => record.GetRawText()))}]", new JsonDocumentOptions { MaxDepth = 1000 });
            using (list)
            {
                run.Host.Output.WriteLine(PrismJsonText.Indented(list.RootElement));
            }
        }
        else if (records.Count == 0)
        {
            run.Host.Output.WriteLine(none);
        }
        else
        {
            table();
        }
    }
}

using System.CommandLine;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>audit list</c>: the audits there are.</summary>
internal static class AuditListCommand
{
    public static Command Create(ToolHost host)
    {
        var packs = new AuditPackOptions(host);
        var format = FormatOption.Create();
        var command = new Command("list", "Lists the audits: id, upstream name, where each is asked for.\n\nExample:\n  submission-checker audit list") { format };
        packs.AddTo(command);
        command.SetAction(parsed =>
        {
            var parts = packs.Load(parsed).Registry.Parts;
            if (parsed.IsJson(format))
            {
                JsonOutput.Print(host, json =>
                {
                    json.WriteStartArray("audits");
                    foreach (var (audit, pack) in parts)
                    {
                        json.WriteStartObject();
                        json.WriteString("id", audit.Id);
                        json.WriteString("title", audit.Descriptor.Title);
                        json.WriteString("upstream", audit.Descriptor.UpstreamName);
                        json.WriteString("applicability", audit.Descriptor.Applicability);
                        json.WriteString("pack", pack.Name);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                });
                return CheckerExitCodes.Passed;
            }

            var width = parts.Max(part => part.Part.Id.Length);
            foreach (var (audit, pack) in parts)
            {
                host.Output.WriteLine($"{audit.Id.PadRight(width)}  {audit.Descriptor.UpstreamName ?? "-",-6}  {audit.Descriptor.Title}: {audit.Descriptor.Applicability}{(pack.Name == "MlPerf.Endpoints.Audits" ? "" : $" [{pack.Name}]")}");
            }

            return CheckerExitCodes.Passed;
        });
        return command;
    }
}

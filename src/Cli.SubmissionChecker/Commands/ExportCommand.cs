using System.CommandLine;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>export</c>: writes results in another form.</summary>
internal static class ExportCommand
{
    public static Command Create(ToolHost host) => new("export", "Writes results in the form of another tool.") { ExportMlxCommand.Create(host) };
}

using System.Diagnostics;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>One run of the tool in a process of its own.</summary>
internal sealed record ToolProcess(int ExitCode, string Output, string Error)
{
    /// <summary>The command line of the tool: as it was built for itself, since beside these tests lies another framework.</summary>
    public static string[] Command { get; } = ["dotnet", Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Cli.Submissions", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "endpoints-submission-cli.dll"))];

    /// <summary>Runs any command line to its end.</summary>
    public static async Task<ToolProcess> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] commandLine)
    {
        var start = new ProcessStartInfo(commandLine[0], commandLine[1..]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in new[] { "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}

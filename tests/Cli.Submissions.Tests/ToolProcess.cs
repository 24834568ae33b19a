using System.Diagnostics;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>One run of the tool in a process of its own.</summary>
internal sealed record ToolProcess(int ExitCode, string Output, string Error)
{
    /// <summary>The command line of the tool: as it was built for itself, since beside these tests lies another framework.</summary>
    public static string[] Command { get; } = CommandOf("Cli.Submissions", "endpoints-submission-cli");

    /// <summary>The command line of a tool, from the project that builds it.</summary>
    public static string[] CommandOf(string project, string tool)
        => ["dotnet", Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), $"{tool}.dll"))];

    /// <summary>Runs any command line to its end.</summary>
    public static async Task<ToolProcess> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] commandLine)
    {
        using var process = Start(folder, environment, commandLine);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command line.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, string[] commandLine)
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

        return Process.Start(start)!;
    }
}

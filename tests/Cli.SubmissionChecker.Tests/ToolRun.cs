using System.Diagnostics;

namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>One run of the tool, in the repository's root.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static string Root { get; } = FindRoot();

    /// <summary>Runs the tool in this process, with no variables.</summary>
    public static ToolRun Of(params string[] arguments) => With([], arguments);

    /// <summary>Runs the tool in this process.</summary>
    public static ToolRun With((string Name, string Value)[] environment, params string[] arguments)
        => In(new SurroundingsBuilder { Environment = environment.ToDictionary(static variable => variable.Name, static variable => variable.Value, StringComparer.Ordinal) }, arguments);

    /// <summary>Runs the tool in this process, in given surroundings.</summary>
    public static ToolRun In(SurroundingsBuilder surroundings, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CheckerTool.RunAsync(arguments, surroundings.Build(output, error), CancellationToken.None).GetAwaiter().GetResult();
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs a script of the shell in which <c>"$@"</c> is the tool with its arguments.</summary>
    public static ToolRun InShell(string script, params string[] arguments) => Start(["sh", "-c", script, "sh", "dotnet", Tool, .. arguments]);

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "submission-checker.dll");

    private static ToolRun Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "COLUMNS", "NO_COLOR", "MLPERF_ENDPOINTS_SEED_SETS", "MLPERF_ENDPOINTS_APPROVED_DRAFTERS" })
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output.GetAwaiter().GetResult(), error);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlPerf.Endpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder;
    }
}

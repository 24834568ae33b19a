using System.Diagnostics;
using System.Text;

namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>Runs <c>gh</c> and <c>git</c>: argument lists, never a shell; the key of PRISM is not passed on.</summary>
/// <param name="folder">Working folder where a call names none.</param>
/// <param name="environment">Variables of the tools; those of this process where null.</param>
internal sealed class ToolRunner(string folder, IReadOnlyDictionary<string, string>? environment)
{
    private static readonly string[] Withheld = ["PRISM_USER_API_TOKEN"];
    private static readonly string[] WindowsExtensions = [".exe", ".cmd", ".bat"];

    /// <summary>What a tool answered.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Error);

    /// <summary>Runs a tool.</summary>
    /// <exception cref="PullRequestException">It is not installed.</exception>
    public async Task<Outcome> RunAsync(string tool, IEnumerable<string> arguments, string? workingFolder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Find(tool) ?? throw new PullRequestException($"'{tool}' is not installed; install it, or leave the pull request out with --no-pr."))
        {
            WorkingDirectory = workingFolder ?? folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        foreach (var name in Withheld)
        {
            start.Environment.Remove(name);
        }

        using var process = new Process { StartInfo = start };
        process.Start();
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return new Outcome(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Runs a tool that must succeed.</summary>
    /// <exception cref="PullRequestException">It is not installed, or failed.</exception>
    public async Task<string> MustAsync(string tool, string[] arguments, string? workingFolder, CancellationToken cancellation)
    {
        var outcome = await RunAsync(tool, arguments, workingFolder, cancellation).ConfigureAwait(false);
        return outcome.ExitCode == 0
            ? outcome.Output
            : throw new PullRequestException($"'{tool} {string.Join(' ', arguments.Take(2))}' failed with exit code {outcome.ExitCode}: {outcome.Error.Trim()}");
    }

    private string? Find(string tool)
    {
        var path = environment is null ? Environment.GetEnvironmentVariable("PATH") : environment.GetValueOrDefault("PATH");
        foreach (var directory in (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var name in OperatingSystem.IsWindows() ? WindowsExtensions.Select(extension => tool + extension) : [tool])
            {
                var candidate = Path.Combine(directory, name);
                if (File.Exists(candidate))
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}

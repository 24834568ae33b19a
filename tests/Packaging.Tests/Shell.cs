using System.Diagnostics;
using System.Text;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>Runs commands as a user would, in an environment of its own.</summary>
internal sealed class Shell(string folder, IReadOnlyDictionary<string, string?> environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>The same with another value of a variable; null for none.</summary>
    public Shell With(string name, string? value) => new(folder, new Dictionary<string, string?>(environment) { [name] = value });

    /// <summary>Runs a command and gives what it printed.</summary>
    /// <exception cref="AssertionException">It ended with another exit code.</exception>
    public string Run(string command, string[] arguments, string? inFolder = null, int exitCode = 0)
    {
        var (code, output) = Start(command, arguments, inFolder);
        Assert.That(code, Is.EqualTo(exitCode), $"{command} {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    /// <summary>Starts a command that goes on until it is disposed.</summary>
    public Process Serve(string command, string[] arguments, string? inFolder = null)
        => Process.Start(Info(command, arguments, inFolder)) ?? throw new InvalidOperationException($"{command} could not be started.");

    private (int ExitCode, string Output) Start(string command, string[] arguments, string? inFolder)
    {
        using var process = new Process { StartInfo = Info(command, arguments, inFolder) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} {string.Join(' ', arguments)} did not end.\n{output}");
        }

        process.WaitForExit();
        return (process.ExitCode, output.ToString());

        void Append(string? line)
        {
            if (line is not null)
            {
                lock (output)
                {
                    output.AppendLine(line);
                }
            }
        }
    }

    private ProcessStartInfo Info(string command, string[] arguments, string? inFolder)
    {
        var info = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = inFolder ?? folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        // The test host's own settings would leak into what it starts.
        foreach (var name in new[] { "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "VSTEST_HOST_DEBUG", "UPDATE_SNAPSHOTS" })
        {
            info.Environment.Remove(name);
        }

        return info;
    }
}

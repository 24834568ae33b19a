using System.CommandLine;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Tools;

/// <summary>Runs a tool: parses, invokes, and turns what goes wrong into a message and an exit code.</summary>
internal static class ToolLoop
{
    /// <summary>Runs the tool as this process.</summary>
    public static async Task<int> RunProcessAsync(CommandLineTool tool, string[] args)
    {
        using var process = new ProcessHost();
        return await RunAsync(tool, args, process.Host, process.Stopped).ConfigureAwait(false);
    }

    /// <summary>Runs the tool in given surroundings.</summary>
    public static async Task<int> RunAsync(CommandLineTool tool, string[] args, ToolHost host, CancellationToken stop)
    {
        try
        {
            var exitCode = await InvokeAsync(tool, args, host, stop).ConfigureAwait(false);
            host.Output.Flush();
            return exitCode;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Tell(host, $"Stopped.", tool.InterruptedCode);
        }
        catch (ManagedBuildException needed)
        {
            return ManagedHandover.Run(args, needed.Message, host.Error.Lines, tool.FailureCode);
        }
        catch (UsageException wrong)
        {
            return Tell(host, $"{wrong.Message}", tool.UsageCode);
        }
        catch (Exception failure) when (failure is RulePackLoadException or IOException or UnauthorizedAccessException)
        {
            return Tell(host, $"error: {failure.Message}", tool.FailureCode);
        }
#pragma warning disable CA1031 // The one general catch of the tools: what is reported names the place, and no user has to read it first.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Tell(host, Defect(tool, failure), tool.FailureCode);
        }
    }

    /// <summary>The whole command tree of a tool; also for tests of help and documentation.</summary>
    public static RootCommand CreateRoot(CommandLineTool tool, ToolHost host)
    {
        var root = tool.Commands(host);
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Options.Add(new Option<bool>(VersionName) { Description = "Show the version.", Recursive = true });
        HelpText.Attach(root, tool.Name, host);
        return root;
    }

    /// <summary>What is told of an exception that nobody expected.</summary>
    public static TerminalMessage Defect(CommandLineTool tool, Exception failure)
    {
        // The innermost frames say where; a whole trace says nothing more to who reports it.
        var frames = string.Join(" < ", (failure.StackTrace ?? "").Split('\n').Select(static line => line.Trim()).Take(3));
        return $"error: {tool.Name} failed with {failure.GetType().Name}: {failure.Message}\nThis is a defect of the tool; please report it with the command line and the files that led to it.\n({tool.VersionText}; {frames})";
    }

    private const string VersionName = "--version";

    private static async Task<int> InvokeAsync(CommandLineTool tool, string[] args, ToolHost host, CancellationToken stop)
    {
        if (Array.Exists(args, string.IsNullOrWhiteSpace) && tool.RefusesEmptyArguments(args))
        {
            throw new UsageException("An argument is empty: a variable in the command line may not be set. Give it a value, or leave the argument out.");
        }

        var configuration = new ParserConfiguration();
        if (!tool.TakesResponseFiles)
        {
            configuration.ResponseFileTokenReplacer = null;
        }

        var parsed = CreateRoot(tool, host).Parse(args, configuration);
        if (parsed.GetValue<bool>(VersionName))
        {
            host.Output.WriteLine(tool.VersionText);
            return 0;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                host.Error.WriteLine(error.Message);
            }

            host.Error.WriteLine($"Try '{HelpText.PathOf(parsed.CommandResult.Command, tool.Name)} --help'.");
            return tool.UsageCode;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = host.Output.Lines, Error = host.Error.Lines, ProcessTerminationTimeout = null }, stop).ConfigureAwait(false);
    }

    private static int Tell(ToolHost host, TerminalMessage message, int exitCode)
    {
        try
        {
            host.Error.WriteLine(message);
        }
        catch (IOException)
        {
            // Nobody can be told; the exit code remains.
        }

        return exitCode;
    }
}

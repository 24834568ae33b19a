using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.SubmissionChecker.Commands;
using MlPerf.Endpoints.Tools;

namespace MlPerf.Endpoints.SubmissionChecker;

/// <summary>The tool: parses, calls the library, renders.</summary>
internal static class Program
{
    /// <summary>What everything is written in, whatever the locale says.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] CommandNames = ["check", "regions", "rules", "explain", "audit", "export"];

    public static int Main(string[] args)
    {
        try
        {
            return CheckCommand.RunPlain(args) ?? Run(args);
        }
        catch (ManagedBuildException needed)
        {
            return ManagedHandover.Run(args, needed.Message, Console.Error, ExitCodes.Failure);
        }
        catch (UsageException wrong)
        {
            return Say(wrong.Message, ExitCodes.Usage);
        }
        catch (RulePackLoadException failure)
        {
            return Say(failure.Message, ExitCodes.Failure);
        }
        catch (OperationCanceledException)
        {
            return Say("Stopped.", ExitCodes.Failure);
        }
#pragma warning disable CA1031 // The one general catch of the tool: nobody is shown a stack trace for a full disk.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Say(
                failure is IOException or UnauthorizedAccessException
                    ? failure.Message
                    : $"submission-checker failed with {failure.GetType().Name}: {failure.Message}\nThis is a defect of the checker; please report it with the command line and the files that led to it.\n{failure.StackTrace}",
                ExitCodes.Failure);
        }
    }

    private static int Say(string problem, int exitCode)
    {
        try
        {
            Console.OutputEncoding = Utf8;
            Console.Error.WriteLine(problem);
        }
        catch (IOException)
        {
            // Nobody can be told; the exit code remains.
        }

        return exitCode;
    }

    private static int Run(string[] args)
    {
        Console.OutputEncoding = Utf8;
        if (Array.Exists(args, string.IsNullOrWhiteSpace))
        {
            throw new UsageException("An argument is empty: a variable in the command line may not be set. Give it a value, or leave the argument out.");
        }

        var parsed = Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }

        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        Console.Error.WriteLine($"Try 'submission-checker {PathOf(parsed.CommandResult)}--help'.");
        return ExitCodes.Usage;
    }

    // The names of a command and of those that it stands below, each with a blank behind it.
    private static string PathOf(CommandResult command)
        => command.Command is RootCommand ? "" : $"{(command.Parent is CommandResult parent ? PathOf(parent) : "")}{command.Command.Name} ";

    // The command that was named is parsed by itself: the root's help, version and texts would cost a check more time than its own parsing.
    private static ParseResult Parse(string[] args)
    {
        if (args.Length > 0 && !Array.Exists(args, AsksForHelp) && Named(args[0]) is { } named)
        {
            var alone = named.Parse(args);
            if (alone.Errors.Count == 0)
            {
                return alone;
            }
        }

        var root = new RootCommand("Checks MLPerf Endpoints submissions against the submission rules.");
        foreach (var name in CommandNames)
        {
            root.Subcommands.Add(Named(name)!);
        }

        return root.Parse(args);
    }

    private static bool AsksForHelp(string arg) => arg is "--help" or "-h" or "-?" or "/h" or "/?";

    private static Command? Named(string name) => name switch
    {
        "check" => CheckCommand.Create(),
        "regions" => RegionsCommand.Create(),
        "rules" => RulesCommand.Create(),
        "explain" => ExplainCommand.Create(),
        "audit" => AuditCommand.Create(),
        "export" => ExportCommand.Create(),
        _ => null,
    };
}

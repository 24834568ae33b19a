using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace MlPerf.Endpoints.Tools;

/// <summary>The help of a command: its own options, an example, and where to read of those that every command has.</summary>
internal sealed class HelpText(string tool, ToolHost host) : SynchronousCommandLineAction
{
    private const string ExampleMark = "\n\nExample:\n";
    private const string Indent = "  ";
    private const int NarrowestText = 20;

    public static void Attach(RootCommand root, string tool, ToolHost host) => root.Options.OfType<HelpOption>().Single().Action = new HelpText(tool, host);

    /// <summary>The names of a command and of those that it stands below.</summary>
    public static string PathOf(Command command, string tool)
        => command is RootCommand ? tool : $"{PathOf(command.Parents.OfType<Command>().Single(), tool)} {command.Name}";

    /// <summary>Who asks for help need not give what is required.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var (description, example) = Split(command);
        Paragraph(description, "");
        Line("");
        Line("Usage:");
        Line($"{Indent}{PathOf(command, tool)}{(command.Subcommands.Any(child => !child.Hidden) ? " <command>" : "")}{string.Concat(command.Arguments.Select(argument => $" {Name(argument)}"))} [options]");
        if (example is not null)
        {
            Line("");
            Line("Example:");
            host.Output.WriteLines(example + "\n");
        }

        List("Arguments:", [.. command.Arguments.Select(argument => (Name(argument), argument.Description ?? ""))]);
        List("Commands:", [.. command.Subcommands.Where(child => !child.Hidden).Select(child => (child.Name, Split(child).Description))]);
        var options = command.Options.Where(option => !option.Hidden && option is not HelpOption).ToLookup(option => option.Recursive);
        List("Options:", [.. options[false].Select(Row)]);
        List("Options of every command, before or after it:", [.. options[true].Select(Row)]);
        if (command is not RootCommand && parseResult.RootCommandResult.Command.Options.Any(option => option is { Recursive: true, HelpName: not null }))
        {
            Line("");
            Paragraph($"Options of every command, such as --json and --token-stdin: {tool} --help", "");
        }

        return 0;
    }

    private static (string Description, string? Example) Split(Command command)
    {
        var text = command.Description ?? "";
        var at = text.IndexOf(ExampleMark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + ExampleMark.Length)..]);
    }

    private static string Name(Argument argument) => $"<{argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";

    private static (string, string) Row(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => !string.Equals(alias, option.Name, StringComparison.Ordinal)).OrderBy(alias => alias.Length).ThenBy(alias => alias, StringComparer.Ordinal).Append(option.Name));
        var standard = option.HasDefaultValue && option.GetDefaultValue() is { } value and not bool ? $" Default: {Convert.ToString(value, CultureInfo.InvariantCulture)}." : "";
        return (option.HelpName is { } name ? $"{names} <{name}>" : names, $"{option.Description}{(option.Required ? " Required." : "")}{standard}");
    }

    private void List(string title, IReadOnlyList<(string Name, string Text)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Line("");
        Line(title);
        var names = rows.Max(row => row.Name.Length);
        foreach (var (name, text) in rows)
        {
            Paragraph(text, $"{Indent}{name.PadRight(names)}{Indent}");
        }
    }

    /// <summary>Text behind a head, broken between words where a terminal is narrower.</summary>
    private void Paragraph(string text, string head)
    {
        var room = host.Width == 0 ? int.MaxValue : Math.Max(NarrowestText, host.Width - head.Length);
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                Line(head + line);
                (head, line) = (new string(' ', head.Length), "");
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        Line(head + line);
    }

    private void Line(string text) => host.Output.WriteLine(text.TrimEnd());
}

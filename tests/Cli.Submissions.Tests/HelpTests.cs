using System.CommandLine;
using MlPerf.Endpoints.Testing.Snapshots;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>The help of every command, as a terminal of 80 columns shows it.</summary>
public sealed class HelpTests
{
    private static IEnumerable<TestCaseData> Commands()
        => Below(ToolLoop.CreateRoot(SubmissionCli.Tool, Host(TextWriter.Null)), []).Select(path => new TestCaseData((object)path).SetName($"{{m}}({(path.Length == 0 ? "root" : string.Join(' ', path))})"));

    [TestCaseSource(nameof(Commands))]
    public async Task Shows(string[] path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var output = new StringWriter();

        var exit = await SubmissionCli.RunAsync([.. path, "--help"], Host(output), CancellationToken.None);

        Assert.That(exit, Is.Zero);
        Snapshot.Match(output.ToString(), path.Length == 0 ? "root" : string.Join('_', path));
    }

    /// <summary>What the examples and the documentation show is accepted: whole command lines, option by option.</summary>
    [TestCaseSource(nameof(Commands))]
    public void Examples_are_command_lines(string[] path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var root = ToolLoop.CreateRoot(SubmissionCli.Tool, Host(TextWriter.Null));
        var command = path.Aggregate((Command)root, (at, name) => at.Subcommands.Single(child => child.Name == name));
        var examples = (command.Description ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith(SubmissionCli.Name, StringComparison.Ordinal)).ToArray();

        Assert.That(examples.Length > 0 || command.Subcommands.Count > 0, "a command shows an example");
        Assert.That(examples.SelectMany(example => root.Parse(example[SubmissionCli.Name.Length..]).Errors.Select(error => $"{example}: {error.Message}")), Is.Empty);
    }

    [Test]
    public async Task Every_option_is_in_the_documentation()
    {
        var folder = Path.Combine(Repository.Root, "docs", "cli", "endpoints-submission-cli");
        var pages = string.Concat(await Task.WhenAll(Directory.EnumerateFiles(folder, "*.md").Select(file => File.ReadAllTextAsync(file))));
        var root = ToolLoop.CreateRoot(SubmissionCli.Tool, Host(TextWriter.Null));
        var options = Below(root, []).Select(path => path.Aggregate((Command)root, (at, name) => at.Subcommands.Single(child => child.Name == name)))
            .SelectMany(command => command.Options).Select(option => option.Name).Where(name => name is not "--help").Distinct(StringComparer.Ordinal);

        Assert.That(options.Where(name => !pages.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    private static IEnumerable<string[]> Below(Command command, string[] path)
        => command.Subcommands.SelectMany(child => Below(child, [.. path, child.Name])).Prepend(path);

    private static ToolHost Host(TextWriter output) => new()
    {
        Environment = new Dictionary<string, string>(),
        WorkingFolder = Path.GetTempPath(),
        HomeFolder = Path.GetTempPath(),
        Output = output,
        Error = TextWriter.Null,
        Input = TextReader.Null,
        Width = 80,
    };
}

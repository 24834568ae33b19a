using System.Text.RegularExpressions;

namespace MlPerf.Endpoints.CliTesting;

/// <summary>The tools take their surroundings from the host, so that they can be tested and served in process.</summary>
public sealed partial class ConsoleUseTests
{
    private const string TheOnePlace = "ProcessHost.cs";

    // These put another process in the place of this one.
    private static readonly string[] Handover = ["ManagedHandover.cs", "DotnetHost.cs"];

    [Test]
    public void Only_the_process_s_host_knows_console_environment_and_current_folder()
    {
        var sources = Path.Combine(RepositoryRoot(), "src");
        var files = Directory.EnumerateDirectories(sources, "Cli.*").SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)).ToList();
        var uses = files.Where(static file => Path.GetFileName(file) is not TheOnePlace && !Handover.Contains(Path.GetFileName(file)))
            .SelectMany(static file => File.ReadLines(file).Where(static line => Static().IsMatch(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));

        Assert.That(files, Has.Count.GreaterThan(60));
        Assert.That(files.Select(Path.GetFileName), Does.Contain(TheOnePlace));
        Assert.That(uses, Is.Empty);
    }

    // Members of the static classes; a host's own Environment has other members.
    [GeneratedRegex(@"(?<![\w.])Console\.\w|(?<![\w.])(System\.)?Environment\.(GetEnv|GetFolder|GetCommand|SetEnv|Exit|Current|Expand|ProcessPath|Command|StackTrace)|Directory\.(Get|Set)CurrentDirectory|TimeProvider\.System(?!;)", RegexOptions.None, 5000)]
    private static partial Regex Static();

    // Not the path of this file: a deterministic build does not know where it lies.
    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlPerf.Endpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        }

        return folder;
    }
}

using System.CommandLine;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary>The options <c>--shared-src</c> and <c>--shared-docs</c>.</summary>
internal sealed class SharedFolderOptions
{
    private readonly Option<string[]> _sources = new("--shared-src") { Description = "Folder whose contents go into src/; may be given several times (v1.0).", HelpName = "DIR", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _documents = new("--shared-docs") { Description = "Folder whose contents go into docs/; may be given several times (v1.0).", HelpName = "DIR", Arity = ArgumentArity.ZeroOrMore };

    public void AddTo(Command command)
    {
        command.Options.Add(_sources);
        command.Options.Add(_documents);
    }

    /// <exception cref="UsageException">One is no folder.</exception>
    public (IReadOnlyList<string> Sources, IReadOnlyList<string> Documents) Of(CommandRun run)
        => (Folders(run, run.Get(_sources), "--shared-src"), Folders(run, run.Get(_documents), "--shared-docs"));

    /// <summary>The folders as they were typed.</summary>
    public IEnumerable<string?> Inputs(CommandRun run) => [.. run.Get(_sources) ?? [], .. run.Get(_documents) ?? []];

    private static string[] Folders(CommandRun run, string[]? typed, string option) => [.. (typed ?? []).Select(folder =>
    {
        var path = run.Host.Resolve(folder);
        return Directory.Exists(path) ? path : throw new UsageException($"{option}: '{folder}' is no folder.");
    })];
}

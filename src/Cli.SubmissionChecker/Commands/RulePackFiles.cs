using System.CommandLine;
using System.Reflection;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary>The option <c>--rules</c> of every command that has it.</summary>
internal sealed class RulePackFiles
{
    private readonly Option<string[]> _packs;

    public RulePackFiles(string what) => _packs = new Option<string[]>(Name)
    {
        Description = $"Load a further {what} from its .dll file; may be given several times.",
        HelpName = "PACK.dll",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The option's name.</summary>
    public const string Name = "--rules";

    public void AddTo(Command command) => command.Options.Add(_packs);

    /// <summary>The files that were named.</summary>
    public string[] Named(ParseResult parsed) => parsed.GetValue(_packs) ?? [];

    /// <summary>Loads them.</summary>
    /// <exception cref="ManagedBuildException">There are some, and this tool is native: it loads no assemblies.</exception>
    /// <exception cref="RulePackLoadException">One cannot be used.</exception>
    public IReadOnlyList<Assembly> Load(ParseResult parsed, ToolHost host)
    {
        var files = Named(parsed);
        if (files.Length == 0)
        {
            return [];
        }

        if (!ManagedHandover.IsManaged)
        {
            throw new ManagedBuildException(Name);
        }

        var packs = new List<Assembly>();
        foreach (var file in files)
        {
            packs.Add(LoadedRulePack.Load(host.Resolve(file)).Assembly);
        }

        return packs;
    }
}

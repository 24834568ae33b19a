using System.Reflection;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Tools;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary>Packs from files, as <c>--rules</c> names them.</summary>
internal static class PackFiles
{
    /// <summary>The option's name.</summary>
    public const string OptionName = "--rules";

    /// <summary>Loads the packs that a command line names.</summary>
    /// <exception cref="ManagedBuildException">There are some, and this tool is native: it loads no assemblies.</exception>
    /// <exception cref="RulePackLoadException">One cannot be loaded.</exception>
    public static IReadOnlyList<Assembly> Load(string[]? files)
    {
        if (files is not { Length: > 0 })
        {
            return [];
        }

        if (!ManagedHandover.IsManaged)
        {
            throw new ManagedBuildException(OptionName);
        }

        var packs = new List<Assembly>();
        foreach (var file in files)
        {
            packs.Add(LoadedRulePack.Load(file).Assembly);
        }

        return packs;
    }
}

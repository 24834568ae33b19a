using System.CommandLine;
using System.Reflection;

namespace MlPerf.Endpoints.Tools;

/// <summary>What a tool is to the loop that runs it.</summary>
internal sealed record CommandLineTool
{
    /// <summary>The command's name, as users type it.</summary>
    public required string Name { get; init; }

    /// <summary>The exit code of a failure of the tool or its surroundings.</summary>
    public required int FailureCode { get; init; }

    /// <summary>The exit code of wrong usage.</summary>
    public required int UsageCode { get; init; }

    /// <summary>The exit code of an interrupt.</summary>
    public required int InterruptedCode { get; init; }

    /// <summary>What --version prints.</summary>
    public required string VersionText { get; init; }

    /// <summary>Makes the command tree; help and --version are added to it.</summary>
    public required Func<ToolHost, RootCommand> Commands { get; init; }

    /// <summary>Whether empty arguments are refused: most often a variable that is not set.</summary>
    public Func<string[], bool> RefusesEmptyArguments { get; init; } = static _ => true;

    /// <summary>Whether <c>@FILE</c> stands for the arguments in that file. The reference's client takes it as it is typed.</summary>
    public bool TakesResponseFiles { get; init; }

    /// <summary>The version of an assembly, without the commit.</summary>
    public static string VersionOf(Assembly assembly)
        => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}

using System.Diagnostics.CodeAnalysis;

namespace MlPerf.Endpoints.Tools;

/// <summary>Finds the <c>dotnet</c> of an installed runtime.</summary>
internal static class DotnetHost
{
    /// <summary>The variable that names it before all others.</summary>
    public const string Variable = "MLPERF_ENDPOINTS_DOTNET";

    private const string RootVariable = "DOTNET_ROOT";

    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>The runtime's major version, that of this process.</summary>
    public static int Version => Environment.Version.Major;

    /// <summary>Finds it: by its own variable, by DOTNET_ROOT, on the path.</summary>
    /// <param name="problem">What was looked for in vain.</param>
    public static string? Find([NotNullWhen(false)] out string? problem) => Find(Environment.GetEnvironmentVariable, out problem);

    /// <inheritdoc cref="Find(out string?)"/>
    /// <param name="variable">The environment.</param>
    /// <param name="problem">What was looked for in vain.</param>
    internal static string? Find(Func<string, string?> variable, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (variable(Variable) is { Length: > 0 } named)
        {
            // Whoever names a runtime does not want another one.
            var file = Directory.Exists(named) ? Path.Join(named, Name) : named;
            if (IsUsable(file))
            {
                return file;
            }

            problem = $"{Variable} names {named}, where there is none";
            return null;
        }

        var folders = (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Prepend(variable(RootVariable));
        foreach (var folder in folders)
        {
            if (!string.IsNullOrEmpty(folder) && IsUsable(Path.Join(folder, Name)))
            {
                return Path.GetFullPath(Path.Join(folder, Name));
            }
        }

        problem = $"neither {Variable} nor {RootVariable} names one, and there is none on PATH";
        return null;
    }

    // An installation lists its runtimes beside the host; what has no such list (a wrapper script) is taken at its word.
    private static bool IsUsable(string file)
    {
        if (!File.Exists(file) || (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0))
        {
            return false;
        }

        var target = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
        var runtimes = Path.Join(Path.GetDirectoryName(Path.GetFullPath(target)), "shared", "Microsoft.NETCore.App");
        return !Directory.Exists(runtimes) || Directory.EnumerateDirectories(runtimes, $"{Version}.*").Any();
    }
}

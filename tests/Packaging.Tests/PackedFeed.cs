using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>Every package, packed once for all tests under a version that never was, and a place elsewhere with a package cache of its own in which they are used.</summary>
[SetUpFixture]
public sealed class PackedFeed
{
    private static readonly Lazy<string> Packed = new(Pack);
    private static readonly Lazy<string> Installed = new(() => Install("MlPerf.Endpoints.SubmissionChecker", "submission-checker"));

    /// <summary>The version of the packages.</summary>
    public static string Version { get; } = $"0.2.0-t{Guid.NewGuid().ToString("N")[..8]}";

    /// <summary>The runtime identifier of this machine.</summary>
    public static string Runtime { get; } = $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>What an executable's name ends with.</summary>
    public static string Executable { get; } = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>The <c>dotnet</c> that runs these tests.</summary>
    public static string Dotnet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet" + Executable));

    /// <summary>Where everything is done.</summary>
    public static string Root { get; } = Directory.CreateTempSubdirectory("mlperf-new-user-").FullName;

    /// <summary>The folder with the packages.</summary>
    public static string Folder => Packed.Value;

    /// <summary>The tool as <c>dotnet tool install</c> leaves it: native.</summary>
    public static string Checker => Installed.Value;

    /// <summary>Runs commands in <see cref="Root"/>.</summary>
    internal static Shell Shell { get; } = new(Root, new Dictionary<string, string?>
    {
        ["NUGET_PACKAGES"] = Path.Combine(Root, "packages"),
        ["DOTNET_CLI_HOME"] = Path.Combine(Root, "home"),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    });

    /// <summary>Runs commands where no .NET is found.</summary>
    internal static Shell WithoutRuntime { get; } = Shell.With("PATH", Root).With("DOTNET_ROOT", null);

    /// <summary>Installs a tool of the feed.</summary>
    /// <returns>The command's file.</returns>
    public static string Install(string package, string command, string? version = null)
    {
        var tools = Path.Combine(Root, "tools");
        Shell.Run("dotnet", ["tool", "install", package, "--version", version ?? Version, "--add-source", Folder, "--tool-path", tools]);
        return Path.Combine(tools, command + Executable);
    }

    /// <summary>Runs a build in the repository whose outputs lie elsewhere.</summary>
    internal static void Build(params string[] arguments)
        => new Shell(Repository.Root, new Dictionary<string, string?> { ["DOTNET_NOLOGO"] = "1" })
            .Run("dotnet", [.. arguments, $"-p:ArtifactsPath={Path.Combine(Root, "artifacts")}", "-p:RunAnalyzers=false"]);

    [OneTimeTearDown]
    public void CleanUp() => Directory.Delete(Root, recursive: true);

    private static string Pack()
    {
        var feed = Directory.CreateDirectory(Path.Combine(Root, "feed")).FullName;

        // Everything restored below looks into the feed besides the sources that the machine is set up with.
        File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), $"<Project><PropertyGroup><RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources></PropertyGroup></Project>");

        // One tool stands for all where native packages are concerned: each takes a while to compile.
        Build("msbuild", "build/Pack.proj", "-m", "-v:q", $"-p:Version={Version}", $"-p:PackageOutputPath={feed}", "-p:ToolRuntimes=any", $"-p:CheckerRuntimes={Runtime}%3Bany");
        return feed;
    }
}

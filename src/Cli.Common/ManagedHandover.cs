using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MlPerf.Endpoints.Tools;

/// <summary>Runs a native tool's whole command line in the managed build that lies in the folder <c>managed</c> beside it: that one can load assemblies and make code.</summary>
/// <remarks>On Unix the process is replaced, so that standard streams, terminal, signals and exit code stay what they are; Windows knows only a child process.</remarks>
internal static partial class ManagedHandover
{
    private const string Folder = "managed";

    /// <summary>Whether this is the managed build.</summary>
    /// <remarks>The compiler of native tools takes it for false and leaves out what stands behind it.</remarks>
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
#pragma warning disable IL4000 // Our tools are trimmed where they are native, and only there: what makes code also has all of it.
    public static bool IsManaged => RuntimeFeature.IsDynamicCodeSupported;
#pragma warning restore IL4000

    /// <summary>Runs the command line.</summary>
    /// <param name="arguments">All of the process's arguments.</param>
    /// <param name="need">What the native tool cannot do itself, the subject of a sentence.</param>
    /// <param name="error">Where it is told what is missing.</param>
    /// <param name="failure">The exit code where something is missing.</param>
    /// <returns>The exit code; on Unix only where something is missing.</returns>
    public static int Run(string[] arguments, string need, TextWriter error, int failure)
    {
        var tool = Path.Join(FolderOf(Environment.ProcessPath), Folder, Assembly.GetEntryAssembly()?.GetName().Name + ".dll");
        if (!File.Exists(tool))
        {
            error.WriteLine($"{need} needs the managed build of this tool, and {tool} does not exist. Install the tool with 'dotnet tool install', or copy the folder '{Folder}' along with it.");
            return failure;
        }

        if (DotnetHost.Find(out var problem) is not { } dotnet)
        {
            error.WriteLine($"{need} needs the .NET {DotnetHost.Version} runtime: {problem}. Install it (https://dotnet.microsoft.com/download), or name its 'dotnet' in {DotnetHost.Variable}.");
            return failure;
        }

        error.Flush();
        return OperatingSystem.IsWindows() ? RunChild(dotnet, tool, arguments) : Replace(dotnet, tool, arguments, error, failure);
    }

    private static string? FolderOf(string? executable)
        => executable is null ? null : Path.GetDirectoryName(File.ResolveLinkTarget(executable, returnFinalTarget: true)?.FullName ?? executable);

    // An interrupt reaches parent and child, which share the console; the child decides what comes of it.
    private static int RunChild(string dotnet, string tool, string[] arguments)
    {
        ConsoleCancelEventHandler stay = static (_, interrupt) => interrupt.Cancel = true;
        Console.CancelKeyPress += stay;
        try
        {
            using var child = Process.Start(new ProcessStartInfo(dotnet, [tool, .. arguments]) { UseShellExecute = false })!;
            child.WaitForExit();
            return child.ExitCode;
        }
        finally
        {
            Console.CancelKeyPress -= stay;
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>Reads a file of the data folder into the type of data that it replaces.</summary>
internal static class RuleDataFile
{
    /// <summary>The data of the folder's file; null where the type names none or the folder has none.</summary>
    /// <exception cref="RulePackLoadException">The file cannot be read as this data.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Rule data keeps its Parse method by being named in a rule's constructor; trimmed applications register data with AddData.")]
    public static object? Read(Type type, string folder)
    {
        if (type.GetCustomAttribute<RuleDataAttribute>() is not { } data)
        {
            return null;
        }

        var file = Path.Combine(folder, data.File);
        var (bytes, problem) = UnixFile.IsSupported && UnixFile.Stat(file, out _) is UnixFileType.Other
            ? new SourceContent(default, new SourceProblem(SourceProblemKind.NotRegular, "it is a device, a pipe or a socket"))
            : GivenFile.Read(file, ReadLimits.Default.MaxFileBytes);
        if (problem is not null)
        {
            return problem.Kind is SourceProblemKind.Missing
                ? null
                : throw new RulePackLoadException($"The data file {file} cannot be used: {problem.Detail}. Put a readable file like the built-in {data.File} there, or take it away.", file);
        }

        var parse = type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(ReadOnlyMemory<byte>)])
            ?? throw new RulePackLoadException($"{type.FullName} is marked as rule data but has no public static Parse(ReadOnlyMemory<byte>).", file);
        try
        {
            return parse.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [bytes], null);
        }
#pragma warning disable CA1031 // Whatever a parser throws at a file that somebody wrote by hand must name that file.
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            throw new RulePackLoadException($"The data file {file} cannot be used: {failure.Message} Compare it with the built-in {data.File}.", file, failure);
        }
    }
}

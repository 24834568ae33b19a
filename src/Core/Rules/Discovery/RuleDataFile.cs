using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>Reads a file of the data folder into the type of data that it replaces.</summary>
internal static class RuleDataFile
{
    /// <summary>The data of the folder's file; null where the folder has none.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="folder">The data folder.</param>
    /// <param name="name">Path of the file below it.</param>
    /// <param name="parse">Makes the data of the file's bytes.</param>
    /// <exception cref="RulePackLoadException">The file cannot be read as this data.</exception>
    public static T? Read<T>(string folder, string name, Func<ReadOnlyMemory<byte>, T> parse)
        where T : class
    {
        var file = Path.Combine(folder, name);
        var (bytes, problem) = UnixFile.IsSupported && UnixFile.Stat(file, out _) is UnixFileType.Other
            ? new SourceContent(default, new SourceProblem(SourceProblemKind.NotRegular, "it is a device, a pipe or a socket"))
            : GivenFile.Read(file, ReadLimits.Default.MaxFileBytes);
        if (problem is not null)
        {
            return problem.Kind is SourceProblemKind.Missing
                ? null
                : throw new RulePackLoadException($"The data file {file} cannot be used: {problem.Detail}. Put a readable file like the built-in {name} there, or take it away.", file);
        }

        try
        {
            return parse(bytes);
        }
#pragma warning disable CA1031 // Whatever a parser throws at a file that somebody wrote by hand must name that file.
        catch (Exception failure) when (failure is not (OutOfMemoryException or RulePackLoadException))
#pragma warning restore CA1031
        {
            throw new RulePackLoadException($"The data file {file} cannot be used: {failure.Message} Compare it with the built-in {name}.", file, failure);
        }
    }
}

using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Finds and reads a list that a check depends on besides the submission: the file given, else one of the data folder, else the bundled one.</summary>
internal static class RegistryFile
{
    /// <summary>Finds a list and reads it; the bundled one is read once in a process.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="givenFile">The file that an option names; null for none.</param>
    /// <param name="name">Name of the file below the data folder, and of the bundled one.</param>
    /// <param name="context">Options and limits.</param>
    /// <param name="bundled">The bundled list.</param>
    /// <param name="read">Makes the list of a document, or says why it cannot.</param>
    public static Availability<T> Find<T>(string? givenFile, string name, FormatContext context, Lazy<Availability<T>> bundled, Func<string, Document, Availability<T>> read)
        where T : class
    {
        if ((givenFile ?? InDataFolder(context.Options.DataFolder, name)) is not { } path)
        {
            return bundled.Value;
        }

        var (bytes, problem) = GivenFile.Read(path, context.Options.ReadLimits.MaxFileBytes);
        return problem is null
            ? read(path, DocumentReader.Read(bytes, FileName(path), DocumentLanguage.Yaml, context.Options.ReadLimits))
            : Availability<T>.Absent($"{path} cannot be read: {problem.Detail}");
    }

    /// <summary>The bundled list.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="name">Name of the embedded file.</param>
    /// <param name="read">Makes the list of a document, or says why it cannot.</param>
    public static Lazy<Availability<T>> Bundled<T>(string name, Func<string, Document, Availability<T>> read)
        where T : class
        => new(() => read("the built-in list", DocumentReader.Read(BundledData.Read(name), SubmissionPath.Parse(name), DocumentLanguage.Yaml)));

    /// <summary>Says why a document of a list has no node tree; null where it has one.</summary>
    public static string? Problem(string source, Document document)
        => document.Problem is not { } problem ? null
            : problem.Location is { } location ? $"{source}:{location}: {problem.Detail}"
            : $"{source}: {problem.Detail}";

    /// <summary>Says what is wrong with a node of a list.</summary>
    public static string Fault(string source, Node? node, string expected)
        => node is null ? $"{source}: {expected}" : $"{source}:{node.Location}: {expected}, but {node} stands there";

    private static string? InDataFolder(string? folder, string name)
        => folder is not null && Path.Combine(folder, name) is var path && File.Exists(path) ? path : null;

    private static SubmissionPath FileName(string path) => SubmissionPath.Root / Path.GetFileName(path);
}

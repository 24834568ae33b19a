using System.Text.Unicode;
using MlPerf.Endpoints.Core.Reading.Yaml;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Reads a file of a source into located nodes. Never throws for what a file may hold.</summary>
public static class DocumentReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="source">The submission.</param>
    /// <param name="path">The file, which need not exist.</param>
    /// <param name="language">The language to read it as.</param>
    /// <param name="limits">Bounds; the defaults where null.</param>
    /// <param name="declared">JSON only: names of the top-level members that somebody reads. Any other value above <see cref="ReadLimits.MaxUnknownBytes"/> is checked
    /// but not kept: it becomes <see cref="NodeKind.Opaque"/>. Null: everything is kept.</param>
    public static Document Read(ISubmissionSource source, SubmissionPath path, DocumentLanguage language, ReadLimits? limits = null, IReadOnlySet<string>? declared = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        limits ??= ReadLimits.Default;
        var content = source.Read(path, limits.MaxFileBytes);
        return content.Problem switch
        {
            null => Read(content.Bytes, path, language, limits, declared),
            { Kind: SourceProblemKind.TooLarge } when language is DocumentLanguage.Json && declared is not null => ReadLarge(source, path, limits, declared),
            { Kind: SourceProblemKind.Missing } problem => new Document(path, language, null, new DocumentProblem(DocumentProblemKind.Missing, problem.Detail)),
            { } problem => new Document(path, language, null, new DocumentProblem(DocumentProblemKind.Io, problem.Detail) { ExceedsLimit = problem.Kind is SourceProblemKind.TooLarge }),
        };
    }

    /// <summary>Reads bytes as if they stood in <paramref name="path"/>.</summary>
    /// <param name="utf8">The content.</param>
    /// <param name="path">The file that they stand for.</param>
    /// <param name="language">The language to read them as.</param>
    /// <param name="limits">Bounds; the defaults where null.</param>
    /// <param name="declared">See the other overload.</param>
    public static Document Read(ReadOnlyMemory<byte> utf8, SubmissionPath path, DocumentLanguage language, ReadLimits? limits = null, IReadOnlySet<string>? declared = null)
    {
        limits ??= ReadLimits.Default;
        if (utf8.Length > limits.MaxFileBytes)
        {
            return TooLarge(path, language, utf8.Length, limits.MaxFileBytes);
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return new Document(path, language, null, EncodingFault.In(new MemoryStream(utf8.ToArray(), writable: false)));
        }

        try
        {
            var root = language is DocumentLanguage.Yaml ? YamlTreeReader.Read(utf8, limits) : JsonTreeReader.Read(utf8.Span, limits, declared);
            return new Document(path, language, root, null);
        }
        catch (UnreadableException failure)
        {
            return new Document(path, language, null, failure.Problem);
        }
    }

    private static Document TooLarge(SubmissionPath path, DocumentLanguage language, long lengthBytes, long maxBytes)
        => new(path, language, null, new DocumentProblem(DocumentProblemKind.Io, SourceProblems.TooLarge(lengthBytes, maxBytes).Detail) { ExceedsLimit = true });

    // A JSON file above the limit of which only some members are wanted: it is read through a window, and what nobody wants takes no memory.
    private static Document ReadLarge(ISubmissionSource source, SubmissionPath path, ReadLimits limits, IReadOnlySet<string> declared)
    {
        try
        {
            using var file = source.Open(path);
            if (file.CanSeek && file.Length > limits.MaxStreamedBytes)
            {
                return TooLarge(path, DocumentLanguage.Json, file.Length, limits.MaxStreamedBytes);
            }

            var window = new JsonWindow(file, limits);
            var (root, problem) = ReadThrough(window, limits, declared);
            if (window.IsUtf8ToTheEnd())
            {
                return new Document(path, DocumentLanguage.Json, root, problem);
            }

            using var again = source.Open(path);
            return new Document(path, DocumentLanguage.Json, null, EncodingFault.In(again));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Document(path, DocumentLanguage.Json, null, new DocumentProblem(DocumentProblemKind.Io, SourceProblems.Failed(failure.Message).Detail));
        }
    }

    private static (Node? Root, DocumentProblem? Problem) ReadThrough(JsonWindow window, ReadLimits limits, IReadOnlySet<string> declared)
    {
        try
        {
            return (JsonTreeReader.Read(window, limits, declared), null);
        }
        catch (UnreadableException failure)
        {
            return (null, failure.Problem);
        }
    }
}

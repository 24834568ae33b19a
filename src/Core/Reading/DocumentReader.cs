using System.Globalization;
using System.Text.Unicode;
using MlPerf.Endpoints.Core.Reading.Yaml;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Reads a file of a source into located nodes. Never throws for what a file may hold.</summary>
public static partial class DocumentReader
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
            return new Document(path, language, null, new DocumentProblem(DocumentProblemKind.Io, SourceProblems.TooLarge(utf8.Length, limits.MaxFileBytes).Detail) { ExceedsLimit = true });
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return new Document(path, language, null, EncodingProblem(utf8.Span));
        }

        try
        {
            var root = language is DocumentLanguage.Yaml ? YamlTreeReader.Read(utf8.Span, limits) : JsonTreeReader.Read(utf8.Span, limits, declared);
            return new Document(path, language, root, null);
        }
        catch (UnreadableException failure)
        {
            return new Document(path, language, null, failure.Problem);
        }
    }

    private static DocumentProblem EncodingProblem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new DocumentProblem(DocumentProblemKind.Encoding, "it is UTF-16 by its first two bytes; save it as UTF-8", new SourceLocation(1, 1));
        }

        var (line, column, at) = (1, 1, 0);
        while (System.Text.Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) is System.Buffers.OperationStatus.Done)
        {
            var endsLine = rune.Value == '\n' || (rune.Value == '\r' && !(at + 1 < bytes.Length && bytes[at + 1] == '\n'));
            (line, column) = endsLine ? (line + 1, 1) : (line, column + 1);
            at += length;
        }

        return new DocumentProblem(DocumentProblemKind.Encoding, string.Create(CultureInfo.InvariantCulture, $"byte {at} (0x{bytes[at]:X2}) is no UTF-8; save it as UTF-8"), new SourceLocation(line, column));
    }
}

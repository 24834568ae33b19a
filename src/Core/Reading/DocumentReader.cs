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
    public static Document Read(ISubmissionSource source, SubmissionPath path, DocumentLanguage language, ReadLimits? limits = null) => throw new NotSupportedException();

    /// <summary>Reads bytes as if they stood in <paramref name="path"/>.</summary>
    public static Document Read(ReadOnlyMemory<byte> utf8, SubmissionPath path, DocumentLanguage language, ReadLimits? limits = null) => throw new NotSupportedException();
}

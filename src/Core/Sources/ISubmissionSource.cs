namespace MlPerf.Endpoints.Core.Sources;

/// <summary>A read-only tree of files: the only door through which a submission is read.</summary>
/// <remarks>Implementations are safe for use by several threads at once. Nothing here throws for what a submission may hold:
/// what cannot be read is answered by a <see cref="SourceProblem"/>.</remarks>
public interface ISubmissionSource
{
    /// <summary>The root as the caller wrote it, without <c>./</c>, doubled and trailing slashes; the prefix of every path that a report prints.</summary>
    string DisplayRoot { get; }

    /// <summary>What stands at a path, links followed.</summary>
    EntryKind KindOf(SubmissionPath path);

    /// <summary>The entries of a folder, ordered by code point; empty where the path is no folder that can be listed.</summary>
    IReadOnlyList<SourceEntry> List(SubmissionPath folder);

    /// <summary>Why a folder's entries cannot be listed; null where they can be, or where the path is no folder. Asked where <see cref="List"/> gave nothing.</summary>
    SourceProblem? WhyUnlisted(SubmissionPath folder) => null;

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="maxBytes">Larger files are answered with <see cref="SourceProblemKind.TooLarge"/>, unread.</param>
    SourceContent Read(SubmissionPath file, long maxBytes);

    /// <summary>Opens a file for reading from its start; for what is too large to hold.</summary>
    /// <exception cref="IOException">It cannot be opened; the message says why.</exception>
    Stream Open(SubmissionPath file);
}

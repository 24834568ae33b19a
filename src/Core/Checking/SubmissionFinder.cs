using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Finds every submission below a folder: those of one organisation, or a whole repository of results.</summary>
/// <remarks>A folder is a submission where it holds what a layout begins with; nothing is looked for inside one. Hidden folders are skipped.
/// Check each with a <see cref="SubfolderSource"/>.</remarks>
/// <example><code>
/// var source = new FolderSource("/results-round-1");
/// foreach (var found in SubmissionFinder.Find(source).Found)
/// {
///     Console.WriteLine(new SubmissionChecker(new SubfolderSource(source, found.Path)).Run().Passed);
/// }
/// </code></example>
public static class SubmissionFinder
{
    /// <summary>How many levels are searched where nothing else is said.</summary>
    public const int DefaultDepth = 6;

    /// <summary>Finds the submissions.</summary>
    /// <param name="source">The folder to search; it may be a submission itself, and is then the only one.</param>
    /// <param name="formats">The layouts to look for; the built-in ones where null.</param>
    /// <param name="maxDepth">How many levels below the folder are searched.</param>
    /// <param name="limits">Bounds; the defaults where null.</param>
    /// <param name="cancellationToken">Honoured between folders.</param>
    public static SubmissionSearch Find(
        ISubmissionSource source,
        IReadOnlyList<ISubmissionFormat>? formats = null,
        int maxDepth = DefaultDepth,
        SourceLimits? limits = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(maxDepth);
        var search = new Search(source, formats ?? BuiltinFormats.All);
        var walk = new FolderWalk(source, limits);
        var tooDeep = new List<SubmissionPath>();
        foreach (var folder in walk.Folders(SubmissionPath.Root, cancellationToken))
        {
            var isTooDeep = folder.Depth > maxDepth && search.IsWanted(folder.Path);
            if (isTooDeep)
            {
                tooDeep.Add(folder.Path);
            }

            if (isTooDeep || !search.LooksInto(folder.Path))
            {
                folder.Skip();
            }
        }

        // Folders of a submission that was found are no place where another was missed.
        var found = search.Resolve();
        var roots = found.Select(static submission => submission.Path).ToHashSet();
        var missed = tooDeep.Where(path => !IsIn(roots, path)).Take(1).Select(path => new WalkBound(nameof(maxDepth), maxDepth, path));
        return new SubmissionSearch(found, [.. walk.BoundsReached, .. missed]);
    }

    private static bool IsIn(HashSet<SubmissionPath> roots, SubmissionPath path)
    {
        for (; !path.IsRoot; path = path.Parent)
        {
            if (roots.Contains(path))
            {
                return true;
            }
        }

        return roots.Contains(path);
    }

    private sealed class Search(ISubmissionSource source, IReadOnlyList<ISubmissionFormat> formats)
    {
        // Each before those below it. A v1.0 submission that has nothing but its results may be a repository's folder of submissions.
        private readonly List<(FoundSubmission Submission, bool IsBare)> _candidates = [];
        private readonly HashSet<SubmissionPath> _bare = [];

        /// <summary>Whether a folder may be a submission, or hold one.</summary>
        public bool IsWanted(SubmissionPath folder)
            => folder.IsRoot || (!folder.Name.StartsWith('.') && (folder.Name is V1_0Format.ResultsFolder || !_bare.Contains(folder.Parent)));

        /// <summary>Keeps the folder if it is a submission; returns whether to look for submissions in it.</summary>
        public bool LooksInto(SubmissionPath folder)
        {
            if (!IsWanted(folder))
            {
                return false;
            }

            if ((!folder.IsRoot && _bare.Contains(folder.Parent)) || Recognise(folder) is not { } revision)
            {
                return true;
            }

            var isBare = revision == SpecRevision.V1_0 && !IsFolder(folder / V1_0Format.SourceFolder) && !IsFolder(folder / V1_0Format.DocsFolder);
            _candidates.Add((new FoundSubmission(folder, revision), isBare));
            return isBare && _bare.Add(folder);
        }

        /// <summary>A bare submission gives way to those below it, unless all of them are bare too: a submission may hold folders called <c>results</c> further down.</summary>
        public List<FoundSubmission> Resolve()
        {
            var found = new List<(FoundSubmission Submission, bool IsBare)>();
            foreach (var candidate in Enumerable.Reverse(_candidates))
            {
                var below = found.Count;
                while (below > 0 && found[below - 1].Submission.Path.IsBelow(candidate.Submission.Path))
                {
                    below--;
                }

                if (found.Skip(below).All(static other => other.IsBare))
                {
                    found.RemoveRange(below, found.Count - below);
                    found.Add(candidate);
                }
            }

            found.Reverse();
            return found.ConvertAll(static candidate => candidate.Submission);
        }

        private SpecRevision? Recognise(SubmissionPath folder)
        {
            foreach (var format in formats)
            {
                var revision = format switch
                {
                    // Its own way of looking also takes an organisation's folder for its only submission.
                    V1_0Format => IsFolder(folder / V1_0Format.ResultsFolder) ? SpecRevision.V1_0 : null,
                    _ => format.Recognise(new SubfolderSource(source, folder)),
                };
                if (revision is not null)
                {
                    return revision;
                }
            }

            return null;
        }

        private bool IsFolder(SubmissionPath path) => source.KindOf(path) is EntryKind.Folder;
    }
}

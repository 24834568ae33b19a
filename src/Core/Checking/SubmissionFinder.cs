using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Finds every submission below a folder: those of one organisation, or a whole repository of results.</summary>
/// <remarks>A folder is a submission where it holds what a layout begins with; nothing is looked for inside one. Hidden folders are passed over.
/// Check each with a <see cref="SubfolderSource"/>.</remarks>
/// <example><code>
/// var source = new FolderSource("/results-round-1");
/// foreach (var found in SubmissionFinder.Find(source))
/// {
///     Console.WriteLine(new SubmissionChecker(new SubfolderSource(source, found.Path)).Run().Passed);
/// }
/// </code></example>
public static class SubmissionFinder
{
    /// <summary>How many levels are searched where nothing else is said.</summary>
    public const int DefaultDepth = 6;

    private const int DeepestSearch = 64;

    /// <summary>Finds the submissions, ordered by path.</summary>
    /// <param name="source">The folder to search; it may be a submission itself, and is then the only one.</param>
    /// <param name="formats">The layouts to look for; the built-in ones where null.</param>
    /// <param name="maxDepth">How many levels below the folder are searched.</param>
    /// <param name="limits">Bounds; the defaults where null.</param>
    /// <param name="cancellationToken">Honoured between folders.</param>
    public static IReadOnlyList<FoundSubmission> Find(
        ISubmissionSource source,
        IReadOnlyList<ISubmissionFormat>? formats = null,
        int maxDepth = DefaultDepth,
        SourceLimits? limits = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(maxDepth);
        var search = new Search(source, formats ?? BuiltinFormats.All, (limits ?? SourceLimits.Default).MaxFolders, cancellationToken);
        search.Look(SubmissionPath.Root, Math.Min(maxDepth, DeepestSearch));
        return search.Found;
    }

    private sealed class Search(ISubmissionSource source, IReadOnlyList<ISubmissionFormat> formats, int maxFolders, CancellationToken cancellation)
    {
        private int _folders;

        public List<FoundSubmission> Found { get; } = [];

        public void Look(SubmissionPath folder, int depth)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_folders++ >= maxFolders)
            {
                return;
            }

            if (Recognise(folder) is { } revision)
            {
                // A repository may call the folder of all its submissions `results` too; a submission may hold folders of that name further down.
                var before = Found.Count;
                if (depth > 0 && IsBare(folder, revision))
                {
                    LookBelow(folder / V1_0Format.ResultsFolder, depth - 1);
                }

                if (Found.Skip(before).All(found => IsBare(found.Path, found.Revision)))
                {
                    Found.RemoveRange(before, Found.Count - before);
                    Found.Add(new FoundSubmission(folder, revision));
                }
            }
            else if (depth > 0)
            {
                LookBelow(folder, depth);
            }
        }

        private void LookBelow(SubmissionPath folder, int depth)
        {
            foreach (var entry in source.List(folder))
            {
                if (entry.Kind is EntryKind.Folder && !entry.Name.StartsWith('.'))
                {
                    Look(folder / entry.Name, depth - 1);
                }
            }
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

        private bool IsBare(SubmissionPath folder, SpecRevision revision)
            => revision == SpecRevision.V1_0 && !IsFolder(folder / V1_0Format.SourceFolder) && !IsFolder(folder / V1_0Format.DocsFolder);

        private bool IsFolder(SubmissionPath path) => source.KindOf(path) is EntryKind.Folder;
    }
}

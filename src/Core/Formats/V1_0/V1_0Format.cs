using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>The layout of v1.0: <c>src/</c>, <c>docs/</c> and <c>results/&lt;system&gt;/&lt;model&gt;/r&lt;N&gt;/</c>.</summary>
public sealed class V1_0Format : ISubmissionFormat
{
    /// <summary>The folder of the results.</summary>
    public const string ResultsFolder = "results";

    /// <summary>The folder of the documentation.</summary>
    public const string DocsFolder = "docs";

    /// <summary>The folder of the implementations.</summary>
    public const string SourceFolder = "src";

    // Folders of v0.7; a submission that has them was made for the old layout.
    private static readonly string[] OldFolders = ["pareto", "documentation"];

    /// <inheritdoc/>
    public IReadOnlyList<SpecRevision> Revisions { get; } = [SpecRevision.V1_0];

    /// <inheritdoc/>
    public SpecRevision? Recognise(ISubmissionSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return SubmissionRoot.Find(source).HasResults ? SpecRevision.V1_0 : null;
    }

    /// <inheritdoc/>
    public Submission Read(ISubmissionSource source, SpecRevision revision, FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        var (root, candidates, _) = SubmissionRoot.Find(source);
        var seedSets = SeedSetsReader.Find(context);
        var drafters = DraftersReader.Find(context);
        if (source.KindOf(root) is EntryKind.Missing)
        {
            return new Submission
            {
                Path = root,
                Revision = SpecRevision.V1_0,
                Root = EntryKind.Missing,
                SystemsAbsence = "the submission does not exist",
                SeedSets = seedSets,
                ApprovedDrafters = drafters,
            };
        }

        var results = Expect(source, root / ResultsFolder);
        var layout = results.IsFolder ? ResultsLayout.List(source, results.Path) : null;
        var systems = layout is null ? [] : ResultsReader.Read(source, root, layout, context);
        return new Submission
        {
            Path = root,
            Revision = SpecRevision.V1_0,
            Root = source.KindOf(root),
            Candidates = candidates,
            ForeignFolders = Array.FindAll(OldFolders, name => source.KindOf(root / name) is EntryKind.Folder),
            RequiredFolders = [results, Expect(source, root / DocsFolder)],
            SourceFolder = Expect(source, root / SourceFolder),
            Implementations = ImplementationsReader.Read(source, root / SourceFolder),
            Systems = systems,
            SystemsAbsence = layout is not null ? null : "there is no folder results",
            UnreadableSystems = layout?.Unreadable ?? [],
            HasAccuracyResults = systems.Count > 0 ? AccuracyPresence.IsAnywhereBelow(source, results.Path, systems, context) : null,
            SeedSets = seedSets,
            ApprovedDrafters = drafters,
        };
    }

    private static ExpectedEntry Expect(ISubmissionSource source, SubmissionPath path) => new(path, source.KindOf(path));
}

using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>The folders below <c>results/</c>, listed once before any file is read.</summary>
/// <param name="Systems">Every system, ordered by code point.</param>
/// <param name="Points">Every point of every model of every system, in order.</param>
/// <param name="Unreadable">Entries of <c>results/</c> that are not looked into.</param>
internal sealed record ResultsLayout(
    IReadOnlyList<ResultsLayout.SystemEntry> Systems, IReadOnlyList<ResultsLayout.PointEntry> Points, IReadOnlyList<UnreadableEntry> Unreadable)
{
    public static ResultsLayout List(ISubmissionSource source, SubmissionPath results)
    {
        var systems = new List<SystemEntry>();
        var points = new List<PointEntry>();
        var entries = source.List(results);
        foreach (var system in entries)
        {
            if (system.Kind is EntryKind.Folder)
            {
                systems.Add(ListSystem(source, results / system.Name, points));
            }
        }

        return new ResultsLayout(systems, points, UnreadableEntries.In(source, results, entries, static _ => true));
    }

    private static SystemEntry ListSystem(ISubmissionSource source, SubmissionPath path, List<PointEntry> points)
    {
        var models = new List<ModelEntry>();
        var entries = source.List(path);
        foreach (var model in entries)
        {
            if (model.Kind is EntryKind.Folder)
            {
                models.Add(ListModel(source, path / model.Name, points));
            }
        }

        return new SystemEntry(path, models, UnreadableEntries.In(source, path, entries, static name => name is not "system_power.json"));
    }

    private static ModelEntry ListModel(ISubmissionSource source, SubmissionPath path, List<PointEntry> points)
    {
        var entries = source.List(path);
        var own = new List<PointEntry>(entries.Count);
        var descriptionFolders = new List<string>(entries.Count);
        foreach (var folder in entries)
        {
            if (folder.Kind is EntryKind.Folder && PowerFactsReader.IsLookedInto(folder.Name))
            {
                descriptionFolders.Add(folder.Name);
            }

            if (folder.Kind is EntryKind.Folder && PointFolderName.TryParse(folder.Name, out var number))
            {
                own.Add(new PointEntry(path / folder.Name, number));
            }
        }

        own.Sort(static (a, b) => a.Number.CompareTo(b.Number) is var byNumber and not 0 ? byNumber : a.Path.CompareTo(b.Path));
        points.AddRange(own);
        return new ModelEntry(path, points.Count - own.Count, own.Count, descriptionFolders, UnreadableEntries.In(source, path, entries, static name => PointFolderName.TryParse(name, out _)));
    }

    /// <param name="Path"><c>results/&lt;system&gt;</c>.</param>
    /// <param name="Models">Every model's folder, ordered by code point.</param>
    /// <param name="Unreadable">Entries that are not looked into.</param>
    public sealed record SystemEntry(SubmissionPath Path, IReadOnlyList<ModelEntry> Models, IReadOnlyList<UnreadableEntry> Unreadable);

    /// <param name="Path"><c>results/&lt;system&gt;/&lt;model&gt;</c>.</param>
    /// <param name="FirstPoint">Where its points begin among all points.</param>
    /// <param name="PointCount">How many they are.</param>
    /// <param name="DescriptionFolders">The names of the folders in which the power rules look for a description, ordered by code point.</param>
    /// <param name="Unreadable">Entries that are not looked into.</param>
    public sealed record ModelEntry(SubmissionPath Path, int FirstPoint, int PointCount, IReadOnlyList<string> DescriptionFolders, IReadOnlyList<UnreadableEntry> Unreadable);

    /// <param name="Path"><c>results/&lt;system&gt;/&lt;model&gt;/r&lt;N&gt;</c>.</param>
    /// <param name="Number">N.</param>
    public sealed record PointEntry(SubmissionPath Path, BigInteger Number);
}

using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>Merges a fresh build into what stands on a branch (submission-cli 6.7): measured points are replaced, what reviewers and submitters wrote is kept.</summary>
internal static class SubmissionMerge
{
    private const string Description = "system_desc.json";

    /// <summary>The organisation's folder after the merge; the fresh one where the branch has none.</summary>
    public static AssembledSubmission Merge(ISubmissionSource branch, AssembledSubmission fresh)
    {
        var root = SubmissionPath.Parse(fresh.Organisation);
        if (branch.KindOf(root) is not EntryKind.Folder)
        {
            return fresh;
        }

        var files = new SortedDictionary<string, ReadOnlyMemory<byte>>(CodePointComparer.Instance);
        foreach (var (path, entry) in WholeFolder.Entries(branch, root, static message => new PullRequestException($"The branch cannot be read: {message}.")))
        {
            if (entry.Kind is EntryKind.File && branch.Read(path, BuildLimits.Documents.MaxFileBytes) is { Problem: null, Bytes: var bytes })
            {
                files[path.Value] = bytes;
            }
        }

        if (fresh.SubmissionId is { } id)
        {
            MergeV1_0(files, fresh, $"{fresh.Organisation}/{id}/");
        }
        else
        {
            MergeV0_7(files, fresh, $"{fresh.Organisation}/");
        }

        return new AssembledSubmission(fresh.Organisation, fresh.SubmissionId, files, new SortedSet<string>(StringComparer.Ordinal), fresh.Warnings);
    }

    private static void MergeV0_7(SortedDictionary<string, ReadOnlyMemory<byte>> files, AssembledSubmission fresh, string prefix)
    {
        foreach (var curve in Folders(fresh.Files.Keys, prefix + "pareto/", depth: 2))
        {
            RemoveBelow(files, curve + "/points/");
            RemoveBelow(files, curve + "/accuracy/");
            foreach (var (path, content) in fresh.Files.Where(file => IsBelow(file.Key, curve + "/points/") || IsBelow(file.Key, curve + "/accuracy/")))
            {
                files[path] = content;
            }

            MergePoints(files, fresh, curve + "/results/", removesOldFiles: false);
        }

        if (!files.Keys.Any(path => IsBelow(path, prefix + "systems/")))
        {
            foreach (var (path, content) in fresh.Files.Where(file => IsBelow(file.Key, prefix + "systems/")))
            {
                files[path] = content;
            }
        }
    }

    private static void MergeV1_0(SortedDictionary<string, ReadOnlyMemory<byte>> files, AssembledSubmission fresh, string prefix)
    {
        foreach (var curve in Folders(fresh.Files.Keys, prefix + "results/", depth: 2))
        {
            MergePoints(files, fresh, curve + "/", removesOldFiles: true);
        }

        foreach (var (path, content) in fresh.Files)
        {
            var isShared = IsBelow(path, prefix + "src/") || IsBelow(path, prefix + "docs/");
            if (!files.ContainsKey(path) && (isShared || path.EndsWith("/system_power.json", StringComparison.Ordinal) || string.Equals(path, prefix + "cli_metadata.json", StringComparison.Ordinal)))
            {
                files[path] = content;
            }
        }
    }

    /// <summary>Points that are gone are removed, fresh files copied over; a description that stands there is kept.</summary>
    private static void MergePoints(SortedDictionary<string, ReadOnlyMemory<byte>> files, AssembledSubmission fresh, string folder, bool removesOldFiles)
    {
        var points = Folders(fresh.Files.Keys, folder, depth: 1).ToHashSet(StringComparer.Ordinal);
        foreach (var path in files.Keys.Where(path => IsBelow(path, folder) && path.AsSpan(folder.Length).Contains('/')).ToArray())
        {
            var point = folder + path[folder.Length..path.IndexOf('/', folder.Length)];
            if (!points.Contains(point) || (removesOldFiles && !string.Equals(path, $"{point}/{Description}", StringComparison.Ordinal)))
            {
                files.Remove(path);
            }
        }

        foreach (var point in points)
        {
            foreach (var (path, content) in fresh.Files.Where(file => IsBelow(file.Key, point + "/")))
            {
                if (!string.Equals(path, $"{point}/{Description}", StringComparison.Ordinal) || !files.ContainsKey(path))
                {
                    files[path] = content;
                }
            }
        }
    }

    private static string[] Folders(IEnumerable<string> paths, string prefix, int depth)
        => paths.Where(path => IsBelow(path, prefix)).Select(path => path[prefix.Length..].Split('/')).Where(parts => parts.Length > depth)
            .Select(parts => prefix + string.Join('/', parts.Take(depth))).Distinct(StringComparer.Ordinal).ToArray();

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder, StringComparison.Ordinal);

    private static void RemoveBelow(SortedDictionary<string, ReadOnlyMemory<byte>> files, string folder)
    {
        foreach (var path in files.Keys.Where(path => IsBelow(path, folder)).ToArray())
        {
            files.Remove(path);
        }
    }
}

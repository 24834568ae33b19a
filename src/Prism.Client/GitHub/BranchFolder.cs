using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>Takes away what a branch's organisation folder holds and the merged submission does not.</summary>
internal static class BranchFolder
{
    public static void Replace(string clone, AssembledSubmission submission)
    {
        var organisation = Path.Combine(clone, submission.Organisation);
        if (!Directory.Exists(organisation))
        {
            return;
        }

        // Through a link nothing is removed: what it leads to has its own place in the branch.
        var entries = WholeFolder.Entries(
            new FolderSource(organisation), SubmissionPath.Root, static message => new PullRequestException($"The branch cannot be brought up to date: {message}."), followsLinks: false);
        foreach (var (path, entry) in entries.ToArray())
        {
            if (entry.Kind is not EntryKind.Folder && !submission.Files.ContainsKey($"{submission.Organisation}/{path}"))
            {
                File.Delete(Path.Combine(organisation, path.Value));
            }
        }
    }
}

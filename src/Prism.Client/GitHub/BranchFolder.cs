using MlPerf.Endpoints.Prism.Client.Assembly;

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

        foreach (var file in Directory.EnumerateFiles(organisation, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).ToArray())
        {
            if (!submission.Files.ContainsKey(Path.GetRelativePath(clone, file).Replace(Path.DirectorySeparatorChar, '/')))
            {
                File.Delete(file);
            }
        }
    }
}

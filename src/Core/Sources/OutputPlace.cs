namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Where the path of an output leads, and how it may be written.</summary>
/// <param name="Path">The full path, links followed: an output is written through a link, it does not take the link's place.</param>
/// <param name="IsRegular">Whether a regular file stands there or can be made there, so that a finished one may be renamed onto it. A device or a pipe gets the bytes as they come.</param>
public sealed record OutputPlace(string Path, bool IsRegular)
{
    /// <summary>Looks where a path leads.</summary>
    public static OutputPlace Of(string file)
    {
        var place = System.IO.Path.GetFullPath(file);
        if (new FileInfo(place).LinkTarget is not null)
        {
            var target = File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName;
            if (target is null || (target.StartsWith("/proc/", StringComparison.Ordinal) && !File.Exists(target)))
            {
                // Links of the system, /dev/stdout for one, lead to what has no path.
                return new OutputPlace(place, false);
            }

            place = target;
        }

        var (folder, name) = (System.IO.Path.GetDirectoryName(place), System.IO.Path.GetFileName(place));
        return new OutputPlace(place, folder is null || name.Length == 0 || new FolderSource(folder).KindOf(SubmissionPath.Root / name) is EntryKind.Missing or EntryKind.File);
    }
}

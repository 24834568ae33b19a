using System.CommandLine;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary>The option <c>--download-to</c>.</summary>
internal static class DownloadFolder
{
    public static Option<string?> Option() => new("--download-to") { Description = "Folder to save the archive in; made if it is not there.", HelpName = "DIR" };

    /// <exception cref="UsageException">A file stands there.</exception>
    public static string? Of(CommandRun run, Option<string?> option)
    {
        if (run.Get(option) is not { } typed)
        {
            return null;
        }

        var folder = run.Host.Resolve(typed);
        return File.Exists(folder) ? throw new UsageException($"--download-to: '{typed}' is a file; expected a folder.") : folder;
    }

    public static void Make(string? folder)
    {
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>An id as a file name: in the reference's way ids are not checked, but none may lead out of the folder.</summary>
    public static string FileName(string id) => id.AsSpan().IndexOfAny("/\\") < 0 && id is not ("" or "." or "..") ? id : throw new UsageException($"'{id}' cannot be a file's name.");
}

using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>Files that a command is told to write: refused before any work where they cannot be, then written whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Where an option leads.</summary>
    /// <exception cref="UsageException">The folder does not exist, or a folder stands at the place.</exception>
    public static string? Check(CliHost host, string? typed, string option)
    {
        if (typed is null)
        {
            return null;
        }

        var file = host.Resolve(typed);
        return Directory.Exists(file) ? throw new UsageException($"{option}: '{typed}' is a folder; name a file in it.")
            : Directory.Exists(Path.GetDirectoryName(file)) ? file
            : throw new UsageException($"{option}: the folder of '{typed}' does not exist; make it first, or name another file.");
    }

    /// <exception cref="IOException">It cannot be written; what stood there before is untouched.</exception>
    public static Task WriteAsync(string file, string text) => DiskFile.WriteAsync(file, System.Text.Encoding.UTF8.GetBytes(text));
}

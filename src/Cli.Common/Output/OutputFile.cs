using System.Text;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Tools;

/// <summary>A file that a command is told to write: refused before any work where it cannot be written or would replace what is read, then written whole or not at all.
/// Devices and pipes get the bytes as they come.</summary>
internal sealed class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private OutputFile(string path) => FullPath = path;

    /// <summary>Where it is.</summary>
    public string FullPath { get; }

    /// <summary>The file that an option names; null where it names none.</summary>
    /// <param name="host">Where relative paths start.</param>
    /// <param name="typed">The option's value.</param>
    /// <param name="option">The option, for messages.</param>
    /// <param name="inputs">Files and folders that are read: none of their files is replaced, except an earlier report.</param>
    /// <exception cref="UsageException">The folder does not exist, a folder stands at the place, or a file that is read.</exception>
    public static OutputFile? Of(ToolHost host, string? typed, string option, params IEnumerable<string?> inputs)
    {
        if (typed is null)
        {
            return null;
        }

        var path = host.Resolve(typed);
        if (Directory.Exists(path))
        {
            throw new UsageException($"{option}: '{typed}' is a folder; name a file in it.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new UsageException($"{option}: the folder of '{typed}' does not exist; make it first, or name another file.");
        }

        if (OutputPlace.Of(path) is { IsRegular: true, Path: var place } && File.Exists(place) && !IsReport(place)
            && inputs.FirstOrDefault(input => input is not null && IsBelow(RealPath(place), RealPath(host.Resolve(input)))) is { } read)
        {
            throw new UsageException($"{option}: '{typed}' is a file of '{read}', which is read, and would be lost; name another file.");
        }

        return new OutputFile(path);
    }

    /// <summary>Writes text in UTF-8.</summary>
    /// <exception cref="IOException">It cannot be written; what stood there before is untouched.</exception>
    public void Write(Action<TextWriter> write) => AtomicFile.Write(FullPath, stream =>
    {
        using var text = new StreamWriter(stream, Utf8, 1 << 14, leaveOpen: true);
        write(text);
    });

    /// <summary>Writes UTF-8 that somebody writes to a stream, in pieces of a size of their own.</summary>
    /// <exception cref="IOException">It cannot be written; what stood there before is untouched.</exception>
    public void WriteUtf8(Action<Stream> write) => AtomicFile.Write(FullPath, write);

    // A report of the checker begins with the path that was checked, several with their list; an outcome of the client with its version and the command.
    private static bool IsReport(string path)
    {
        Span<byte> begin = stackalloc byte[96];
        using var file = File.OpenRead(path);
        begin = begin[..file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)];
        return begin.StartsWith("{"u8) && (begin.IndexOf("\"submission_path\""u8) > 0 || begin.IndexOf("\"reports\""u8) > 0
            || (begin.IndexOf("\"schema_version\""u8) > 0 && begin.IndexOf("\"command\""u8) > 0));
    }

    private static bool IsBelow(string file, string path)
        => string.Equals(file, path, StringComparison.Ordinal) || file.StartsWith(Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Links of every part followed, so that one file has one path.
    private static string RealPath(string path)
    {
        var at = Path.GetPathRoot(path)!;
        foreach (var part in path[at.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            at = Path.Join(at, part);
            try
            {
                at = new FileInfo(at).LinkTarget is null ? at : RealPath(File.ResolveLinkTarget(at, returnFinalTarget: true)!.FullName);
            }
            catch (IOException)
            {
                // A circle of links leads nowhere; nothing lies below it.
            }
        }

        return at;
    }
}

using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace MlPerf.Endpoints.Testing.Snapshots;

/// <summary>Compares a text with a reviewed file beside the test: <c>Class.Name.verified.txt</c>, the file conventions of Verify.</summary>
/// <remarks>A difference leaves <c>Class.Name.received.txt</c>. <c>UPDATE_SNAPSHOTS=1</c> accepts what was received; review it as a diff.</remarks>
public static class Snapshot
{
    /// <summary>Asserts that a text is the reviewed one.</summary>
    /// <param name="text">The text; line ends become LF.</param>
    /// <param name="name">Name of the snapshot; the calling member where it is left out.</param>
    /// <param name="file">The test's file; filled in by the compiler.</param>
    /// <param name="extension">Extension of the file.</param>
    public static void Match(string text, [CallerMemberName] string name = "", [CallerFilePath] string file = "", string extension = "txt")
    {
        ArgumentNullException.ThrowIfNull(text);
        var received = text.ReplaceLineEndings("\n");
        var stem = Path.Combine(SourceFolder(file), $"{Path.GetFileNameWithoutExtension(file)}.{name}");
        var (verifiedFile, receivedFile) = ($"{stem}.verified.{extension}", $"{stem}.received.{extension}");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1")
        {
            File.WriteAllText(verifiedFile, received);
            File.Delete(receivedFile);
            return;
        }

        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : null;
        if (verified == received)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        Assert.That(received, Is.EqualTo(verified), $"{receivedFile} differs from the reviewed {verifiedFile}; run again with UPDATE_SNAPSHOTS=1 to accept it.");
    }

    // A deterministic build replaces the root of the sources by /_/; the tests then run somewhere below that root.
    private static string SourceFolder(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var relative = folder.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
        for (var root = AppContext.BaseDirectory; root is not null; root = Path.GetDirectoryName(root))
        {
            var candidate = Path.Combine([root, .. relative]);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"The folder of {file} was not found above {AppContext.BaseDirectory}.");
    }
}

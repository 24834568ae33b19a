namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>A place with little room: a small file system where this user may mount one, or a limit on the size of files, which anybody may set.</summary>
/// <param name="folder">Folder of the test.</param>
/// <param name="isMounted">Whether to mount a file system.</param>
internal sealed class FullDisk(TemporaryFolder folder, bool isMounted)
{
    // Mounted in a name space of the tool's own, so no right is needed and nothing stays; what lies there at the end is copied out.
    private const string Mounted = """
        mount -t tmpfs -o "size=$ROOM" none "$DISK" || exit 125
        eval "$BEFORE"
        "$@"
        code=$?
        cp -a "$DISK/." "$LEFT" || exit 125
        exit $code
        """;

    // In blocks of 512 bytes. The runtime maps its code twice through a file, which the limit would stop.
    private const string Limited = """
        eval "$BEFORE"
        ulimit -f $((ROOM / 512))
        export DOTNET_EnableWriteXorExecute=0
        "$@"
        code=$?
        cp -a "$DISK/." "$LEFT" || exit 125
        exit $code
        """;

    private static readonly Lazy<Task<string?>> CannotMount = new(TryMountAsync);

    /// <summary>The place, for the command line.</summary>
    public string FullPath { get; } = Directory.CreateDirectory(folder.Combine("disk")).FullName;

    /// <summary>Everything on it at the end: relative paths.</summary>
    public IReadOnlyList<string> Left => Directory.Exists(LeftFolder) ? [.. Directory.EnumerateFileSystemEntries(LeftFolder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(entry => Path.GetRelativePath(LeftFolder, entry)).Order(StringComparer.Ordinal)] : [];

    /// <summary>A copy of what lay there at the end.</summary>
    public string LeftFolder { get; } = Directory.CreateDirectory(folder.Combine("left")).FullName;

    /// <summary>Runs the tool with so much room.</summary>
    /// <param name="roomBytes">Bytes on the file system, or of a file.</param>
    /// <param name="environment">Its variables.</param>
    /// <param name="before">A line of shell that lays something out beforehand, on <c>$DISK</c>.</param>
    /// <param name="arguments">Arguments of the tool.</param>
    public async Task<ToolProcess> RunAsync(int roomBytes, IReadOnlyDictionary<string, string> environment, string before, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has neither; the code that tells full disks apart is the same.");
        }

        if (isMounted && await CannotMount.Value is { } reason)
        {
            Assert.Ignore($"No file system can be mounted here, so the limit on files alone stands in for a full disk: {reason}");
        }

        Directory.Delete(LeftFolder, recursive: true);
        Directory.CreateDirectory(LeftFolder);
        var variables = new Dictionary<string, string>(environment, StringComparer.Ordinal)
        {
            ["ROOM"] = roomBytes.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["DISK"] = FullPath,
            ["LEFT"] = LeftFolder,
            ["BEFORE"] = before,
        };
        string[] prefix = isMounted ? ["unshare", "-rm", "sh", "-c", Mounted, "sh"] : ["sh", "-c", Limited, "sh"];
        var outcome = await ToolProcess.RunAsync(folder.FullPath, variables, [.. prefix, .. ToolProcess.Command, .. arguments]);
        Assert.That(outcome.ExitCode, Is.Not.EqualTo(125), outcome.Error);
        return outcome;
    }

    private static async Task<string?> TryMountAsync()
    {
        using var folder = new TemporaryFolder();
        try
        {
            var tried = await ToolProcess.RunAsync(folder.FullPath, new Dictionary<string, string>(), "unshare", "-rm", "mount", "-t", "tmpfs", "none", folder.FullPath);
            return tried.ExitCode == 0 ? null : tried.Error.Trim();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return exception.Message;
        }
    }
}

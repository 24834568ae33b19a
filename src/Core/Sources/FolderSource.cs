using System.Collections.Concurrent;
using System.IO.Enumeration;

namespace MlPerf.Endpoints.Core.Sources;

/// <summary>A submission in a folder of this machine.</summary>
/// <remarks>The root is resolved once. Links inside it are followed; a link that leads out of it is refused, unless <see cref="SourceLimits.FollowLinks"/>.
/// Only regular files are opened. On systems other than Linux pipes and devices cannot be told apart before they are opened.</remarks>
public sealed class FolderSource : ISubmissionSource
{
    private static readonly EnumerationOptions EveryEntry = new() { AttributesToSkip = 0, IgnoreInaccessible = true, ReturnSpecialDirectories = false };

    private readonly string? _root;
    private readonly SourceLimits _limits;
    private readonly ConcurrentDictionary<string, Entry> _folders = new(StringComparer.Ordinal);

    /// <summary>Makes a source of a folder, which need not exist.</summary>
    /// <param name="root">The folder, as reports will print it.</param>
    /// <param name="limits">Bounds; the defaults where null.</param>
    /// <exception cref="ArgumentException">The text is empty or holds a NUL.</exception>
    public FolderSource(string root, SourceLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        if (root.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A path cannot hold a NUL character.", nameof(root));
        }

        _limits = limits ?? SourceLimits.Default;
        DisplayRoot = Sources.DisplayRoot.Normalize(root);
        _root = RealPath(root).Path;
    }

    /// <inheritdoc/>
    public string DisplayRoot { get; }

    /// <inheritdoc/>
    public EntryKind KindOf(SubmissionPath path) => Resolve(path).Kind;

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> List(SubmissionPath folder)
    {
        if (Resolve(folder) is not { Kind: EntryKind.Folder, FullPath: { } full })
        {
            return [];
        }

        var entries = new List<SourceEntry>();
        try
        {
            foreach (var name in new FileSystemEnumerable<string>(full, (ref FileSystemEntry entry) => entry.FileName.ToString(), EveryEntry))
            {
                var entry = Resolve(folder / name);
                entries.Add(new SourceEntry(name, entry.Kind, entry.LengthBytes, entry.IsLink));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be listed has no entries; the rules then say what they miss in it.
            return [];
        }

        entries.Sort(static (a, b) => CodePointComparer.Instance.Compare(a.Name, b.Name));
        return entries;
    }

    /// <inheritdoc/>
    public SourceProblem? WhyUnlisted(SubmissionPath folder)
    {
        if (Resolve(folder) is not { Kind: EntryKind.Folder, FullPath: { } full })
        {
            return null;
        }

        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(full).GetEnumerator();
            _ = entries.MoveNext();
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return SourceProblems.AccessDenied;
        }
        catch (IOException failure)
        {
            return SourceProblems.Failed(failure.Message);
        }
    }

    /// <inheritdoc/>
    public SourceContent Read(SubmissionPath file, long maxBytes)
    {
        var entry = Resolve(file);
        if (entry is not { Kind: EntryKind.File, FullPath: { } full })
        {
            return new SourceContent(default, entry.Problem);
        }

        return entry.LengthBytes > maxBytes
            ? new SourceContent(default, SourceProblems.TooLarge(entry.LengthBytes, maxBytes))
            : RegularFile.Read(full, entry.LengthBytes);
    }

    /// <inheritdoc/>
    public Stream Open(SubmissionPath file)
        => Resolve(file) is { Kind: EntryKind.File, FullPath: { } full }
            ? new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan)
            : throw new IOException($"{file} cannot be opened: {Resolve(file).Problem?.Detail}.");

    private static (string? Path, bool IsLoop) RealPath(string path)
    {
        if (UnixFile.IsSupported)
        {
            return UnixFile.RealPath(path);
        }

        try
        {
            FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
            return entry.Exists ? ((entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry).FullName, false) : (null, false);
        }
        catch (IOException)
        {
            return (null, true);
        }
    }

    private Entry Resolve(SubmissionPath path)
    {
        if (_root is null)
        {
            return Entry.Missing;
        }

        if (path.IsRoot)
        {
            return _folders.GetOrAdd("", static (_, root) => Look(root), _root);
        }

        // Folders are asked for again and again: their fate, which holds for all below them, is kept.
        var parent = path.Parent;
        var folder = _folders.GetValueOrDefault(parent.Value) ?? Resolve(parent);
        if (folder is not { Kind: EntryKind.Folder, FullPath: { } full })
        {
            return folder.Kind is EntryKind.Refused ? folder : Entry.Missing;
        }

        var entry = Inside(Path.Join(full, path.Name));
        if (entry.Kind is EntryKind.Folder)
        {
            _folders[path.Value] = entry;
        }

        return entry;
    }

    private Entry Inside(string fullPath)
    {
        var entry = Look(fullPath);
        if (entry.Kind is not EntryKind.Refused || entry.Problem is not null)
        {
            return entry;
        }

        // A link: judged by where it ends.
        var (target, isLoop) = RealPath(fullPath);
        if (target is null)
        {
            return isLoop
                ? Entry.Refuse(SourceProblemKind.LinkLoop, "it is a link that leads to itself")
                : Entry.Missing;
        }

        var isInside = target.Equals(_root, StringComparison.Ordinal) || target.StartsWith(Path.EndsInDirectorySeparator(_root!) ? _root! : _root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isInside || _limits.FollowLinks
            ? Look(target) with { IsLink = true }
            : Entry.Refuse(SourceProblemKind.LinkOutside, $"it is a link to {target}, outside the submission");
    }

    private static Entry Look(string fullPath)
    {
        if (UnixFile.IsSupported)
        {
            var type = UnixFile.Stat(fullPath, out var length);
            return type switch
            {
                UnixFileType.Regular => new Entry(EntryKind.File, fullPath, length, null),
                UnixFileType.Folder => new Entry(EntryKind.Folder, fullPath, 0, Entry.IsFolderProblem),
                UnixFileType.Link => Entry.Link,
                UnixFileType.Other => Entry.Refuse(SourceProblemKind.NotRegular, "it is a device, a pipe or a socket, not a regular file"),
                _ => Entry.Missing,
            };
        }

        var file = new FileInfo(fullPath);
        return file.LinkTarget is not null ? Entry.Link
            : file.Exists ? new Entry(EntryKind.File, fullPath, file.Length, null)
            : Directory.Exists(fullPath) ? new Entry(EntryKind.Folder, fullPath, 0, Entry.IsFolderProblem)
            : Entry.Missing;
    }

    private sealed record Entry(EntryKind Kind, string? FullPath, long LengthBytes, SourceProblem? Problem, bool IsLink = false)
    {
        public static readonly SourceProblem IsFolderProblem = new(SourceProblemKind.IsFolder, "it is a folder");

        public static readonly Entry Missing = new(EntryKind.Missing, null, 0, new SourceProblem(SourceProblemKind.Missing, "it does not exist"));

        public static readonly Entry Link = new(EntryKind.Refused, null, 0, null);

        public static Entry Refuse(SourceProblemKind kind, string detail) => new(EntryKind.Refused, null, 0, new SourceProblem(kind, detail));
    }
}

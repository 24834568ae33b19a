using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.Prism.Client.Http;

namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>Packs a folder: depth first, names by code point, hidden files and empty folders included, links as links.</summary>
/// <remarks>Streams from disk to disk; memory does not grow with the files.</remarks>
internal static class FolderArchive
{
    // Deeper than any run folder; a folder that is nested deeper is a loop of mounts or a mistake.
    private const int MaxDepth = 128;

    /// <summary>Packs a folder into a file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="topName">Name of the archive's top folder; null for members without one.</param>
    /// <param name="replaced">Content by relative path that takes the place of files on disk; such members come last, with time 0.</param>
    /// <param name="archive">The file to write; it appears whole or not at all.</param>
    /// <param name="progress">Told the bytes read so far and in all; null where nobody watches.</param>
    /// <param name="cancellation">Honoured between files.</param>
    /// <exception cref="ArchiveException">The folder has no files, or a link that leaves it, or something that is no file.</exception>
    public static Task PackAsync(
        string folder, string? topName, IReadOnlyDictionary<string, byte[]> replaced, string archive, IProgress<TransferProgress>? progress, CancellationToken cancellation)
    {
        var root = new DirectoryInfo(folder);
        var total = progress is null ? (long?)null : Size(root);
        return DiskFile.WriteAsync(archive, async target =>
        {
            var writer = new ArchiveWriter(target, PackingLevel.Of(Files(root)));
            await using (writer.ConfigureAwait(false))
            {
                if (topName is not null)
                {
                    await writer.AddFolderAsync(topName, new DateTimeOffset(root.LastWriteTimeUtc), cancellation).ConfigureAwait(false);
                }

                var packing = new Packing(writer, Path.GetFullPath(folder), topName is null ? "" : topName + "/", replaced, bytes => progress?.Report(new TransferProgress(bytes, total)));
                await packing.AddAsync(root, "", 0, cancellation).ConfigureAwait(false);
                foreach (var (path, content) in replaced)
                {
                    using var stream = new MemoryStream(content, writable: false);
                    await writer.AddFileAsync(packing.Prefix + path, stream, DateTimeOffset.UnixEpoch, cancellation).ConfigureAwait(false);
                }

                if (packing.Files == 0 && replaced.Count == 0)
                {
                    throw new ArchiveException($"the folder '{root.Name}' holds no files");
                }
            }
        }, () => Size(root));
    }

    /// <summary>Bytes of all files below a folder: an archive takes hardly more.</summary>
    private static long Size(DirectoryInfo folder) => Files(folder).Sum(file => file.Length);

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder)
    {
        var source = new FolderSource(folder.FullName);
        return folder.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true, MaxRecursionDepth = MaxDepth })
            .Where(file => source.KindOf(SubmissionPath.Parse(Path.GetRelativePath(folder.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/'))) is EntryKind.File);
    }

    private sealed class Packing(ArchiveWriter writer, string root, string prefix, IReadOnlyDictionary<string, byte[]> replaced, Action<long> progress)
    {
        private readonly FolderSource _source = new(root);
        private long _bytes;

        public string Prefix => prefix;

        public int Files { get; private set; }

        public async Task AddAsync(DirectoryInfo folder, string relative, int depth, CancellationToken cancellation)
        {
            if (depth > MaxDepth)
            {
                throw new ArchiveException($"the folder '{relative}' is nested more than {MaxDepth} levels deep");
            }

            foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, CodePointComparer.Instance))
            {
                cancellation.ThrowIfCancellationRequested();
                var path = relative + entry.Name;
                if (entry.LinkTarget is { } target)
                {
                    RefuseLinkOutside(entry, path, target);
                    await writer.AddLinkAsync(prefix + path, target, new DateTimeOffset(entry.LastWriteTimeUtc), cancellation).ConfigureAwait(false);
                    Files++;
                }
                else if (entry is DirectoryInfo child)
                {
                    await writer.AddFolderAsync(prefix + path, new DateTimeOffset(entry.LastWriteTimeUtc), cancellation).ConfigureAwait(false);
                    await AddAsync(child, path + "/", depth + 1, cancellation).ConfigureAwait(false);
                }
                else if (!replaced.ContainsKey(path))
                {
                    await AddFileAsync((FileInfo)entry, path, cancellation).ConfigureAwait(false);
                }
            }
        }

        private async Task AddFileAsync(FileInfo file, string path, CancellationToken cancellation)
        {
            if (_source.KindOf(SubmissionPath.Parse(path)) is not EntryKind.File)
            {
                throw new ArchiveException($"'{path}' is no regular file; take it out of the folder");
            }

            var stream = new CountedFile(file.FullName, read => progress(_bytes += read));
            await using (stream.ConfigureAwait(false))
            {
                await writer.AddFileAsync(prefix + path, stream, new DateTimeOffset(file.LastWriteTimeUtc), cancellation).ConfigureAwait(false);
            }

            Files++;
        }

        private void RefuseLinkOutside(FileSystemInfo entry, string path, string target)
        {
            var resolved = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(entry.FullName) ?? root, target));
            if (Path.IsPathRooted(target) || !resolved.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new ArchiveException($"the link '{path}' leads out of the folder, to '{target}'; put the file itself there");
            }
        }
    }

    /// <summary>A file that tells how much of it was read.</summary>
    private sealed class CountedFile(string file, Action<int> counted)
        : FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 << 10, FileOptions.SequentialScan)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            counted(read);
            return read;
        }
    }
}

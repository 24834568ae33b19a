using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.Prism.Client.Http;

namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>Packs a folder: depth first, names by code point, hidden files and empty folders included, links as links.</summary>
/// <remarks>Streams from disk to disk; memory does not grow with the files.</remarks>
internal static class FolderArchive
{
    /// <summary>Packs a folder into a file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="topName">Name of the archive's top folder; null for members without one.</param>
    /// <param name="replaced">Content by relative path that takes the place of files on disk; such members come last, with time 0.</param>
    /// <param name="archive">The file to write; it appears whole or not at all.</param>
    /// <param name="progress">Told the bytes read so far and in all; null where nobody watches.</param>
    /// <param name="cancellation">Honoured between files.</param>
    /// <exception cref="ArchiveException">The folder has no files, or a link that leaves it, something that is no file, or more than the bounds of docs/limits.md.</exception>
    public static async Task PackAsync(
        string folder, string? topName, IReadOnlyDictionary<string, byte[]> replaced, string archive, IProgress<TransferProgress>? progress, CancellationToken cancellation)
    {
        var root = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var members = Members(root.FullName, cancellation);
        var files = members.Where(static member => member is { Entry.Kind: EntryKind.File, LinkTarget: null }).ToList();
        var total = files.Sum(static member => member.Entry.LengthBytes);
        await DiskFile.WriteAsync(archive, async target =>
        {
            var writer = new ArchiveWriter(target, PackingLevel.Of(files.Select(static member => (FileInfo)member.Info)));
            await using (writer.ConfigureAwait(false))
            {
                if (topName is not null)
                {
                    await writer.AddFolderAsync(topName, new DateTimeOffset(root.LastWriteTimeUtc), cancellation).ConfigureAwait(false);
                }

                var packing = new Packing(writer, root.FullName, topName is null ? "" : topName + "/", bytes => progress?.Report(new TransferProgress(bytes, total)));
                foreach (var member in members.Where(member => !replaced.ContainsKey(member.Path)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    await packing.AddAsync(member, cancellation).ConfigureAwait(false);
                }

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
        }, () => total).ConfigureAwait(false);
    }

    /// <summary>Everything below a folder in the archive's order: what is in a folder stands between it and the next name.</summary>
    private static List<Member> Members(string root, CancellationToken cancellation)
    {
        var entries = WholeFolder.Entries(new FolderSource(root), SubmissionPath.Root, static message => new ArchiveException($"the folder cannot be packed: {message}"), followsLinks: false, cancellation);
        return [.. entries.Select(item => Member.Of(root, item.Path.Value, item.Entry)).OrderBy(static member => member.Path.Replace('/', '\0'), CodePointComparer.Instance)];
    }

    /// <summary>A file, a folder or a link of the folder, and what a link says that it leads to.</summary>
    private sealed record Member(string Path, SourceEntry Entry, FileSystemInfo Info, string? LinkTarget)
    {
        public static Member Of(string root, string path, SourceEntry entry)
        {
            var full = System.IO.Path.Combine(root, path);
            FileSystemInfo info = entry.Kind is EntryKind.Folder ? new DirectoryInfo(full) : new FileInfo(full);

            // A broken link, or one that leads out, is not told as one.
            return new Member(path, entry, info, entry is { IsLink: false, Kind: EntryKind.File or EntryKind.Folder } ? null : info.LinkTarget);
        }
    }

    private sealed class Packing(ArchiveWriter writer, string root, string prefix, Action<long> progress)
    {
        private long _bytes;

        public string Prefix => prefix;

        public int Files { get; private set; }

        public async Task AddAsync(Member member, CancellationToken cancellation)
        {
            var modified = new DateTimeOffset(member.Info.LastWriteTimeUtc);
            if (member.LinkTarget is { } target)
            {
                RefuseLinkOutside(member.Info, member.Path, target);
                await writer.AddLinkAsync(prefix + member.Path, target, modified, cancellation).ConfigureAwait(false);
                Files++;
            }
            else if (member.Info is DirectoryInfo)
            {
                await writer.AddFolderAsync(prefix + member.Path, modified, cancellation).ConfigureAwait(false);
            }
            else
            {
                await AddFileAsync(member, modified, cancellation).ConfigureAwait(false);
                Files++;
            }
        }

        private async Task AddFileAsync(Member member, DateTimeOffset modified, CancellationToken cancellation)
        {
            if (member.Entry.Kind is not EntryKind.File)
            {
                throw new ArchiveException($"'{member.Path}' is no regular file; take it out of the folder");
            }

            var stream = new CountedFile(member.Info.FullName, read => progress(_bytes += read));
            await using (stream.ConfigureAwait(false))
            {
                await writer.AddFileAsync(prefix + member.Path, stream, modified, cancellation).ConfigureAwait(false);
            }
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

using System.Formats.Tar;
using System.IO.Compression;

namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>Reads tar archives, gzip or bare, member by member and within bounds; writes nothing to disk.</summary>
internal sealed class ArchiveReader(string file, ArchiveLimits limits)
{
    /// <summary>Walks over all members in order.</summary>
    /// <param name="visit">Gets each member, and its content where it is a file.</param>
    /// <exception cref="ArchiveException">Damaged, beyond a bound, or a member that leaves the archive's folder.</exception>
    public void Walk(Action<ArchiveMember, Stream?> visit)
    {
        try
        {
            using var packed = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 << 10, FileOptions.SequentialScan);
            if (packed.Length == 0)
            {
                throw new ArchiveException("the archive is empty");
            }

            using var unpacked = Unpack(packed);
            using var bounded = new BoundedStream(unpacked, packed, limits);
            using var reader = new TarReader(bounded);
            var entries = 0;
            while (reader.GetNextEntry() is { } entry)
            {
                if (++entries > limits.MaxEntries)
                {
                    throw new ArchiveException($"the archive has more than {limits.MaxEntries} members");
                }

                if (ToMember(entry) is { } member)
                {
                    visit(member, member.IsFile ? entry.DataStream ?? Stream.Null : null);
                }
            }

            if (entries == 0)
            {
                throw new ArchiveException("the archive holds nothing");
            }

            // A cut archive may end between two members; reading to the end makes the compression tell.
            bounded.CopyTo(Stream.Null);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException or OverflowException or ArgumentException)
        {
            throw new ArchiveException($"the archive is damaged or cut short: {exception.Message}", exception) { IsCutShort = IsPacked() && exception is EndOfStreamException };
        }
    }

    private bool IsPacked()
    {
        using var packed = File.OpenRead(file);
        return packed.ReadByte() == 0x1f && packed.ReadByte() == 0x8b;
    }

    private static Stream Unpack(FileStream packed)
    {
        Span<byte> magic = stackalloc byte[2];
        var read = packed.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        packed.Position = 0;
        return read == magic.Length && magic is [0x1f, 0x8b] ? new GZipStream(packed, CompressionMode.Decompress) : packed;
    }

    private ArchiveMember? ToMember(TarEntry entry)
    {
        if (entry.EntryType is TarEntryType.GlobalExtendedAttributes)
        {
            return null;
        }

        var path = PathWithin(entry.Name, "the member");
        if (path.Length == 0)
        {
            return entry.EntryType is TarEntryType.Directory ? null : throw new ArchiveException($"the member '{entry.Name}' has no name");
        }

        var member = new ArchiveMember(path, entry.EntryType, entry.Length, LinkTarget(entry, path));
        return member.IsFile || member.IsFolder || member.IsLink
            ? member
            : throw new ArchiveException($"the member '{path}' is a {entry.EntryType}; only files, folders and links within the archive are unpacked");
    }

    private string? LinkTarget(TarEntry entry, string path) => entry.EntryType switch
    {
        TarEntryType.HardLink => PathWithin(entry.LinkName, $"the link '{path}' to"),
        TarEntryType.SymbolicLink => Join(path, entry.LinkName),
        _ => null,
    };

    private static string Join(string path, string target)
    {
        if (target.StartsWith('/'))
        {
            throw new ArchiveException($"the link '{path}' leads out of the archive, to '{target}'");
        }

        var folder = path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
        var parts = new List<string>(folder.Length == 0 ? [] : folder.Split('/'));
        foreach (var part in target.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    throw new ArchiveException($"the link '{path}' leads out of the archive, to '{target}'");
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join('/', parts);
    }

    private string PathWithin(string name, string what)
    {
        if (name.StartsWith('/') || name.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArchiveException($"{what} '{name}' is no path within the archive");
        }

        if (name.Length > limits.MaxPathLength)
        {
            throw new ArchiveException($"{what} '{name[..80]}…' has {name.Length} characters, more than {limits.MaxPathLength}");
        }

        var parts = name.Split('/').Where(part => part is not ("" or ".")).ToArray();
        if (parts.Contains("..", StringComparer.Ordinal))
        {
            throw new ArchiveException($"{what} '{name}' leads out of the archive's folder");
        }

        return parts.Length <= limits.MaxPathDepth
            ? string.Join('/', parts)
            : throw new ArchiveException($"{what} '{name}' is {parts.Length} folders deep, more than {limits.MaxPathDepth}");
    }
}

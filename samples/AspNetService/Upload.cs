using System.IO.Compression;

namespace AspNetService;

/// <summary>An uploaded archive in a temporary folder, which goes with it. A submission is a stranger's upload: everything is bounded, and names that leave the folder are refused.</summary>
internal sealed class Upload : IDisposable
{
    /// <summary>Largest archive that is received.</summary>
    public const long MaxArchiveBytes = 256L << 20;

    private const int MaxEntries = 20_000;
    private const long MaxUnpackedBytes = 1L << 30;
    private const long UnixTypeMask = 0xF000L << 16;
    private const long UnixRegular = 0x8000L << 16;
    private const long UnixFolder = 0x4000L << 16;

    private readonly string _root = Directory.CreateTempSubdirectory("submission-").FullName;

    /// <summary>The unpacked submission.</summary>
    public string Folder => Path.Combine(_root, "submission");

    /// <summary>Receives and unpacks the archive.</summary>
    /// <exception cref="InvalidDataException">It is no zip, or it breaks a bound.</exception>
    public async Task ReceiveAsync(Stream body, CancellationToken cancellation)
    {
        var file = Path.Combine(_root, "upload.zip");
        await using (var archive = File.Create(file))
        {
            await body.CopyToAsync(archive, cancellation);
        }

        Directory.CreateDirectory(Folder);
        using var zip = ZipFile.OpenRead(file);
        if (zip.Entries.Count > MaxEntries)
        {
            throw new InvalidDataException($"The archive holds {zip.Entries.Count} entries; at most {MaxEntries} are unpacked.");
        }

        var left = MaxUnpackedBytes;
        foreach (var entry in zip.Entries)
        {
            left = await UnpackAsync(entry, left, cancellation);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<long> UnpackAsync(ZipArchiveEntry entry, long left, CancellationToken cancellation)
    {
        var parts = entry.FullName.Replace('\\', '/').TrimEnd('/').Split('/');
        if (parts.Any(part => part is "" or "." or "..") || Path.IsPathRooted(entry.FullName))
        {
            throw new InvalidDataException($"The archive names an entry outside itself: '{entry.FullName}'.");
        }

        if ((uint)entry.ExternalAttributes is var attributes && (attributes & UnixTypeMask) is not (0 or UnixRegular or UnixFolder))
        {
            throw new InvalidDataException($"The archive holds a link or a device: '{entry.FullName}'.");
        }

        var path = Path.Combine([Folder, .. parts]);
        if (entry.FullName.EndsWith('/'))
        {
            Directory.CreateDirectory(path);
            return left;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var content = entry.Open();
        await using var file = File.Create(path);
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, cancellation) is var count and > 0)
        {
            // What an entry says of its own length is a claim; what comes out counts.
            left -= count;
            if (left < 0)
            {
                throw new InvalidDataException($"The archive unpacks to more than {MaxUnpackedBytes} bytes.");
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        return left;
    }
}

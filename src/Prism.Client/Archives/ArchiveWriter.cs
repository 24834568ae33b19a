using System.Formats.Tar;
using System.IO.Compression;

namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>Writes gzip-packed PAX archives member by member; owner and group are 0, modes 0644 and 0755.</summary>
internal sealed class ArchiveWriter : IAsyncDisposable
{
    private const UnixFileMode FileMode644 = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode FileMode755 = FileMode644 | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly GZipStream _packed;
    private readonly TarWriter _tar;

    /// <param name="target">The archive.</param>
    /// <param name="level">How hard to pack.</param>
    public ArchiveWriter(Stream target, CompressionLevel level = CompressionLevel.Optimal)
    {
        _packed = new GZipStream(target, level, leaveOpen: true);
        _tar = new TarWriter(_packed, TarEntryFormat.Pax, leaveOpen: true);
    }

    public Task AddFolderAsync(string name, DateTimeOffset modified, CancellationToken cancellation)
        => _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, name + "/") { Mode = FileMode755, ModificationTime = modified }, cancellation);

    public Task AddLinkAsync(string name, string target, DateTimeOffset modified, CancellationToken cancellation)
        => _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target, ModificationTime = modified }, cancellation);

    public async Task AddFileAsync(string name, Stream content, DateTimeOffset modified, CancellationToken cancellation)
        => await _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { Mode = FileMode644, ModificationTime = modified, DataStream = content }, cancellation).ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        await _tar.DisposeAsync().ConfigureAwait(false);
        await _packed.DisposeAsync().ConfigureAwait(false);
    }
}

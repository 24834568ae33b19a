using System.Formats.Tar;

namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>One member of an archive.</summary>
/// <param name="Path">Relative path, <c>/</c>-separated, without <c>.</c> and <c>..</c> parts.</param>
/// <param name="Kind">File, folder or link.</param>
/// <param name="LengthBytes">Size of a file in bytes.</param>
/// <param name="LinkTarget">What a link points to, as a path within the archive; null for anything else.</param>
internal sealed record ArchiveMember(string Path, TarEntryType Kind, long LengthBytes, string? LinkTarget)
{
    public bool IsFile => Kind is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile;

    public bool IsFolder => Kind is TarEntryType.Directory;

    public bool IsLink => Kind is TarEntryType.SymbolicLink or TarEntryType.HardLink;

    public int Depth => Path.AsSpan().Count('/') + 1;
}

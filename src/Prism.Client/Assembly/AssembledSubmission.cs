using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>A submission that was put together, in memory: paths are relative and begin with the organisation's folder.</summary>
public sealed class AssembledSubmission
{
    /// <summary>The name of the folder of a submission that has no id yet (v1.0).</summary>
    public const string PendingId = "pending-submission-id";

    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _files;
    private readonly SortedSet<string> _folders;

    internal AssembledSubmission(string organisation, string? submissionId, SortedDictionary<string, ReadOnlyMemory<byte>> files, SortedSet<string> folders, IReadOnlyList<string> warnings)
    {
        Organisation = organisation;
        SubmissionId = submissionId;
        _files = files;
        _folders = folders;
        Warnings = warnings;
    }

    /// <summary>The organisation's folder, the top of the bundle.</summary>
    public string Organisation { get; }

    /// <summary>The folder below the organisation's (v1.0); null in v0.7, which has none.</summary>
    public string? SubmissionId { get; }

    /// <summary>All files by path.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files => _files;

    /// <summary>Folders without files.</summary>
    public IReadOnlyCollection<string> EmptyFolders => _folders;

    /// <summary>What was odd but no failure.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The same under another id, as it is known once the service gave one.</summary>
    public AssembledSubmission WithSubmissionId(string id)
    {
        if (SubmissionId is null || string.Equals(SubmissionId, id, StringComparison.Ordinal))
        {
            return this;
        }

        var prefix = $"{Organisation}/{SubmissionId}";
        string Rename(string path) => string.Concat(Organisation, "/", id, path.AsSpan(prefix.Length));
        return new AssembledSubmission(
            Organisation, id,
            new SortedDictionary<string, ReadOnlyMemory<byte>>(_files.ToDictionary(file => Rename(file.Key), file => file.Value, StringComparer.Ordinal), CodePointComparer.Instance),
            new SortedSet<string>(_folders.Select(Rename), CodePointComparer.Instance), Warnings);
    }

    /// <summary>The same with a further file.</summary>
    public AssembledSubmission With(string path, ReadOnlyMemory<byte> content)
    {
        var files = new SortedDictionary<string, ReadOnlyMemory<byte>>(_files, CodePointComparer.Instance) { [path] = content };
        return new AssembledSubmission(Organisation, SubmissionId, files, _folders, Warnings);
    }

    /// <summary>The organisation's folder as the checker reads it.</summary>
    public MemorySource ToSource()
    {
        SubmissionPath Below(string path) => path.Length == Organisation.Length ? SubmissionPath.Root : SubmissionPath.Parse(path[(Organisation.Length + 1)..]);
        return new MemorySource(
            Organisation, _files.Select(file => KeyValuePair.Create(Below(file.Key), file.Value)), _folders.Select(Below));
    }

    /// <summary>Every entry below the organisation's folder in path order, folders with a final <c>/</c>.</summary>
    public IEnumerable<string> Entries()
    {
        var entries = new SortedSet<string>(CodePointComparer.Instance);
        foreach (var path in _files.Keys.Concat(_folders.Select(folder => folder + "/")))
        {
            entries.Add(path);
            for (var slash = path.TrimEnd('/').LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            {
                entries.Add(path[..(slash + 1)]);
            }
        }

        return entries.Where(entry => entry.Length > Organisation.Length + 1).Select(entry => entry[(Organisation.Length + 1)..]).OrderBy(entry => entry.Replace('/', '\u0001'), CodePointComparer.Instance);
    }

    /// <summary>Writes the organisation's folder below another folder; files that are there are overwritten.</summary>
    /// <exception cref="DiskFullException">There is no room for all of it; the folder is as it was.</exception>
    public async Task WriteToAsync(string folder, CancellationToken cancellationToken = default)
    {
        // All of it lies on the disk before the first file takes its place.
        var aside = new DirectoryInfo(Path.Combine(folder, $".{Guid.NewGuid():N}.part"));
        var isNew = !Directory.Exists(folder);
        try
        {
            await WriteAsync(aside.FullName, cancellationToken).ConfigureAwait(false);
            Directory.CreateDirectory(folder);
            Move(aside.FullName, folder);
        }
        catch (Exception exception)
        {
            Remove(aside, recursive: true);
            if (isNew)
            {
                Remove(new DirectoryInfo(folder), recursive: false);
            }

            if (DiskFullException.Of(exception, Path.Combine(folder, Organisation), () => _files.Values.Sum(content => (long)content.Length)) is { } full)
            {
                throw full;
            }

            throw;
        }

        Remove(aside, recursive: true);
    }

    private async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        foreach (var path in _folders.Append(Organisation))
        {
            Directory.CreateDirectory(Path.Combine(folder, path));
        }

        foreach (var (path, content) in _files)
        {
            cancellation.ThrowIfCancellationRequested();
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
            await File.WriteAllBytesAsync(target, content, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Moves the organisation's folder to its place; where one is there already, or another process makes one meanwhile, what is in it.</summary>
    private void Move(string from, string to)
    {
        if (!Path.Exists(Path.Combine(to, Organisation)))
        {
            try
            {
                Directory.Move(Path.Combine(from, Organisation), Path.Combine(to, Organisation));
                return;
            }
            catch (IOException) when (Directory.Exists(Path.Combine(to, Organisation)))
            {
                // Another process was faster.
            }
        }

        foreach (var path in _folders)
        {
            Directory.CreateDirectory(Path.Combine(to, path));
        }

        foreach (var path in _files.Keys)
        {
            var target = Path.Combine(to, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Move(Path.Combine(from, path), target, overwrite: true);
        }
    }

    private static void Remove(DirectoryInfo folder, bool recursive)
    {
        try
        {
            folder.Delete(recursive);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Not there, not empty, or not to be removed; the failure that led here is the one to tell.
        }
    }

    /// <summary>Packs the bundle: the organisation's folder, names by code point.</summary>
    public Task PackAsync(string archive, DateTimeOffset modified, CancellationToken cancellationToken = default)
        => DiskFile.WriteAsync(archive, async target =>
        {
            var writer = new ArchiveWriter(target);
            await using (writer.ConfigureAwait(false))
            {
                await writer.AddFolderAsync(Organisation, modified, cancellationToken).ConfigureAwait(false);
                foreach (var entry in Entries())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var path = $"{Organisation}/{entry}";
                    if (path.EndsWith('/'))
                    {
                        await writer.AddFolderAsync(path[..^1], modified, cancellationToken).ConfigureAwait(false);
                        continue;
                    }

                    using var content = new MemoryStream(_files[path].ToArray(), writable: false);
                    await writer.AddFileAsync(path, content, modified, cancellationToken).ConfigureAwait(false);
                }
            }
        }, () => _files.Values.Sum(content => (long)content.Length));
}

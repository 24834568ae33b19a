using System.Buffers;

namespace MlPerf.Endpoints.Audits;

/// <summary>What an audit says of itself: the one place from which <c>audit list</c>, file names and messages read it.</summary>
public sealed class AuditDescriptor
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Declares an audit.</summary>
    /// <param name="id">The value of <c>test</c>: lower-case letters, digits and underscores. It names the verdict's files.</param>
    /// <param name="title">A few words.</param>
    /// <param name="applicability">For which models and scenarios it is asked for.</param>
    /// <param name="upstreamName">The name of the upstream compliance test; null where there is none.</param>
    /// <exception cref="ArgumentException">The id has another form.</exception>
    public AuditDescriptor(string id, string title, string applicability, string? upstreamName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(applicability);
        if (id.AsSpan().ContainsAnyExcept(IdCharacters))
        {
            throw new ArgumentException($"'{id}' is no id of an audit: it may hold lower-case letters, digits and underscores.", nameof(id));
        }

        Id = id;
        Title = title;
        Applicability = applicability;
        UpstreamName = upstreamName;
    }

    /// <summary>The value of <c>test</c>.</summary>
    public string Id { get; }

    /// <summary>A few words.</summary>
    public string Title { get; }

    /// <summary>For which models and scenarios it is asked for.</summary>
    public string Applicability { get; }

    /// <summary>The name of the upstream compliance test, <c>TEST04</c>; null where there is none.</summary>
    public string? UpstreamName { get; }
}

using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>The mapping <c>endpoint_config</c>.</summary>
/// <param name="Endpoints">One or more URLs, used in turn.</param>
/// <param name="ApiType">The kind of API.</param>
public sealed record EndpointConfiguration(ImmutableArray<string> Endpoints, string ApiType)
{
    /// <summary>Sent as bearer token, never written. Not part of <see cref="ToString"/>.</summary>
    public string? ApiKey { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{ApiType} at {Endpoints.Length} endpoint(s)";
}

using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.Runner.Adapters;

/// <summary>An answer that came as one body.</summary>
/// <param name="Output">The text; null where there is none.</param>
public sealed record EndpointAnswer(string? Output)
{
    /// <summary>The reasoning before the answer.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Tool calls as JSON.</summary>
    public string? ToolCalls { get; init; }

    /// <summary>Why the answer ended.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The number of output tokens that the server reports.</summary>
    public int? ReportedTokens { get; init; }

    /// <summary>Token ids, where the server returns them.</summary>
    public IReadOnlyList<int>? TokenIds { get; init; }

    /// <summary>What else the answer says.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Metadata { get; init; } = [];
}

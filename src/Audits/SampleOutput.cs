namespace MlPerf.Endpoints.Audits;

/// <summary>The answer to one request.</summary>
/// <param name="Index">The dataset's row.</param>
/// <param name="Text">The whole text: reasoning, content, tool calls; null where the request failed.</param>
public sealed record SampleOutput(int Index, string? Text)
{
    /// <summary>The request's id in the events; null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>The first non-empty piece of a streamed answer.</summary>
    public string? FirstChunk { get; init; }

    /// <summary>The number of output tokens that the server reports; null where it reports none.</summary>
    public int? ReportedTokens { get; init; }

    /// <summary>The number of output tokens by the reference tokenizer; null without one.</summary>
    public int? CountedTokens { get; init; }

    /// <summary>Token ids, where the server returns them.</summary>
    public IReadOnlyList<int>? TokenIds { get; init; }

    /// <summary>The token ids of the first streamed piece, where the server returns them.</summary>
    public IReadOnlyList<int>? FirstTokenIds { get; init; }

    /// <summary>Why the answer ended.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The limit on output tokens that was asked for; null where none was.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Whether the request failed.</summary>
    public bool Failed => Text is null;
}

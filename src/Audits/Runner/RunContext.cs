using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Runner.Adapters;
using MlPerf.Endpoints.Audits.Runner.Http;
using MlPerf.Endpoints.Audits.Runner.Recording;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>What the slots of a run share.</summary>
internal sealed record RunContext(EndpointTransport Transport, IEndpointAdapter Adapter, RunRecorder Recorder, PreparedSample[] Samples)
{
    public bool IsStreaming { get; init; }

    public bool StreamsAllChunks { get; init; }

    public ITokenCounter? Tokens { get; init; }

    public int? MaxTokens { get; init; }

    /// <summary>Takes the answers, where the run keeps them.</summary>
    public ConcurrentBag<SampleOutput>? Outputs { get; init; }

    /// <summary>Tokens of a prompt, from what its event says of it.</summary>
    public int? CountPrompt(PreparedSample sample)
    {
        using var data = JsonDocument.Parse(Encoding.UTF8.GetString(sample.PromptData));
        return data.RootElement[1] is { ValueKind: JsonValueKind.String } prompt ? Tokens?.Count(prompt.GetString()) : null;
    }
}

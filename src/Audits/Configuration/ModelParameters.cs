using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>The mapping <c>model_params</c>: the model and how it generates.</summary>
public sealed record ModelParameters
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Sampling temperature; 0 is greedy.</summary>
    public double? Temperature { get; init; }

    /// <summary>The model's seed.</summary>
    public BigInteger? Seed { get; init; }

    /// <summary>Top-k.</summary>
    public BigInteger? TopK { get; init; }

    /// <summary>Top-p.</summary>
    public double? TopP { get; init; }

    /// <summary>Repetition penalty.</summary>
    public double? RepetitionPenalty { get; init; }

    /// <summary>Presence penalty.</summary>
    public double? PresencePenalty { get; init; }

    /// <summary>Frequency penalty.</summary>
    public double? FrequencyPenalty { get; init; }

    /// <summary>Arguments of the chat template.</summary>
    public Node? ChatTemplateArguments { get; init; }

    /// <summary>The most tokens of an answer. Default 1024.</summary>
    public BigInteger MaxNewTokens { get; init; } = 1024;

    /// <summary>Whether answers are streamed: <c>auto</c> resolved.</summary>
    public bool Streaming { get; init; }

    /// <summary>The tokenizer; null for the model's own.</summary>
    public string? TokenizerName { get; init; }
}

using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Rules.Mlx.Model;

/// <summary>A document that could not be read as JSON.</summary>
public sealed class UnreadableEnvelope : EnvelopeTarget
{
    /// <summary>Why.</summary>
    public required DocumentProblem Problem { get; init; }
}

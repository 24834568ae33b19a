using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Model;

/// <summary>A document that is JSON: a <see cref="ValidEnvelope"/> or an <see cref="InvalidEnvelope"/>.</summary>
public abstract class ReadableEnvelope : EnvelopeTarget
{
    /// <summary>Whole numbers that are valid but beyond a double.</summary>
    internal IReadOnlyList<SchemaInstance> Unholdable { get; init; } = [];
}

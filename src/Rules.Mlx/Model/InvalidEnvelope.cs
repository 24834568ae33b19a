using MlPerf.Endpoints.Rules.Mlx.Schema;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Model;

/// <summary>A document that is JSON but breaks the schema: what the rules of its keywords judge.</summary>
public sealed class InvalidEnvelope : ReadableEnvelope
{
    /// <summary>The states of the schema.</summary>
    internal EnvelopeSchema Schema { get; init; } = EnvelopeSchema.Default;

    /// <summary>The values that break a keyword, in file order.</summary>
    internal IReadOnlyList<SchemaInstance> Faulty { get; init; } = [];
}

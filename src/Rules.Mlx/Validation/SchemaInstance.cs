using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Rules.Mlx.Schema;

namespace MlPerf.Endpoints.Rules.Mlx.Validation;

/// <summary>A value of an envelope together with what the schema demands of it.</summary>
/// <param name="Pointer">Where it stands, a JSON pointer.</param>
/// <param name="Node">The value.</param>
/// <param name="Schema">What it must be.</param>
internal sealed record SchemaInstance(string Pointer, Node Node, SchemaNode Schema)
{
    /// <summary>The place in words.</summary>
    public string Place => Pointer.Length == 0 ? "the envelope" : Pointer;
}

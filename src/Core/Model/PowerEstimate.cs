namespace MlPerf.Endpoints.Core.Model;

/// <summary>A figure of Appendix D that stands in for a sourced one, so that the result is an estimate (policy §4.5.2).</summary>
/// <param name="Label">The value: <c>node_sets[0].components.cpu.tdp_per_unit</c>, sets by their ids.</param>
/// <param name="Section">The subsection: <c>D.2</c>.</param>
/// <param name="IsFilledIn">True where the value is absent and the default was filled in; false where the descriptor names the default itself.</param>
/// <param name="Pointer">Where in the descriptor, as a JSON pointer.</param>
public sealed record PowerEstimate(string Label, string Section, bool IsFilledIn, string Pointer)
{
    /// <summary><c>node_sets[0].components.cpu.tdp_per_unit (D.2, filled in)</c>.</summary>
    public override string ToString() => $"{Label} ({Section}, {(IsFilledIn ? "filled in" : "supplied")})";
}

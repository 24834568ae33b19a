namespace MlPerf.Endpoints.Core.Model;

/// <summary>A power or energy figure with its source (policy Appendix E.1). Exactly one of the three figures is stated.</summary>
public sealed record PowerValue
{
    private const double WattsPerKilowatt = 1000.0;

    /// <summary><c>value_w</c>, watts.</summary>
    public double? ValueW { get; init; }

    /// <summary><c>value_kw</c>, kilowatts.</summary>
    public double? ValueKw { get; init; }

    /// <summary><c>value_pj</c>, picojoules per bit.</summary>
    public double? ValuePj { get; init; }

    /// <summary><c>source_type</c>, one of <see cref="PowerSources.All"/>.</summary>
    public required string SourceType { get; init; }

    /// <summary><c>source</c>: a subsection of Appendix D for a default, else a URL.</summary>
    public required string Source { get; init; }

    /// <summary>The figure in watts; null for an energy.</summary>
    public double? Watts => ValueW ?? (ValueKw * WattsPerKilowatt);

    /// <summary>Whether the figure is a default of Appendix D, so that what is computed from it is an estimate.</summary>
    public bool IsDefault => string.Equals(SourceType, PowerSources.MlcDefault, StringComparison.Ordinal);
}

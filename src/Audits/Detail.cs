using System.Numerics;

namespace MlPerf.Endpoints.Audits;

/// <summary>A named value of a verdict or of a configuration block.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">A <see cref="bool"/>, <see cref="BigInteger"/>, <see cref="double"/>, <see cref="string"/>, a list of texts, or null.</param>
public readonly record struct Detail(string Name, object? Value)
{
    /// <summary>A whole number.</summary>
    public static Detail Of(string name, BigInteger value) => new(name, value);

    /// <summary>A whole number.</summary>
    public static Detail Of(string name, int value) => new(name, (BigInteger)value);

    /// <summary>A measured number.</summary>
    public static Detail Of(string name, double value) => new(name, value);

    /// <summary>A text.</summary>
    public static Detail Of(string name, string? value) => new(name, value);

    /// <summary>A truth value.</summary>
    public static Detail Of(string name, bool value) => new(name, value);
}

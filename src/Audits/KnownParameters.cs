using System.Numerics;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits;

/// <summary>What a re-check knows of a finished audit's parameters from its configuration, its verdict and the caller's options.</summary>
/// <param name="Stored">The stored verdict; null where there is none.</param>
/// <param name="Block">The audit's block of the main configuration; null where there is none.</param>
public sealed record KnownParameters(JsonElement? Stored, AuditConfiguration? Block = null)
{
    /// <summary>The tolerance given as an option.</summary>
    public double? Threshold { get; init; }

    /// <summary>The count of the first phase given as an option.</summary>
    public BigInteger? Samples { get; init; }

    /// <summary>The count of the second phase given as an option.</summary>
    public BigInteger? AuditSamples { get; init; }

    /// <summary>The repeated row given as an option.</summary>
    public BigInteger? SampleIndex { get; init; }

    /// <summary>A number of the stored verdict.</summary>
    public double? StoredNumber(string name)
        => Stored is { } stored && stored.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A whole number of the stored verdict.</summary>
    public BigInteger? StoredInteger(string name)
        => Stored is { } stored && stored.TryGetProperty(name, out var value) ? Evidence.JsonIntegers.Read(value) : null;
}

using System.Numerics;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits;

/// <summary>What a re-check knows of a finished audit's parameters from its configuration, its verdict and the caller's options.</summary>
/// <param name="Stored">The stored verdict; null where there is none.</param>
/// <param name="Block">The audit's block: of the main configuration, else as this library's orchestrator stores it with the verdict; null where neither is there.</param>
public sealed record KnownParameters(JsonElement? Stored, AuditConfiguration? Block = null)
{
    /// <summary>The verdict's member that holds the block, where this library wrote it.</summary>
    internal const string BlockName = "parameters";

    /// <summary>The verdict's member that lists the phases, where this library wrote it.</summary>
    internal const string PhasesName = "phases";

    /// <summary>The labels of the phases that were run, in order; empty where the verdict does not list them.</summary>
    public IReadOnlyList<string> Phases
        => Stored is { ValueKind: JsonValueKind.Object } stored && stored.TryGetProperty(PhasesName, out var labels) && labels.ValueKind is JsonValueKind.Array
            ? [.. labels.EnumerateArray().Where(label => label.ValueKind is JsonValueKind.String).Select(Evidence.JsonFiles.TextOf).OfType<string>()]
            : [];

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

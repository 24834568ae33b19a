using System.Text.Json;

namespace MlPerf.Endpoints.Prism.Client.Models;

/// <summary>A run to register; members are sent in this order, null ones not at all.</summary>
public sealed partial record RunCreate
{
    /// <summary>Protocol level of the client; null in profile v0.7, whose service knows no such member.</summary>
    public string? CliVersion { get; init; }

    /// <summary><c>git_sha</c> of the result summary, whatever its type; <c>unknown</c> where there is none.</summary>
    public required JsonElement BenchmarkVersion { get; init; }

    /// <summary>Begin of the measurement: UTC, <c>YYYY-MM-DDTHH:MM:SS[.ffffff]+00:00</c>.</summary>
    public required string StartedAt { get; init; }

    /// <summary>End of the measurement, in the same form.</summary>
    public required string FinishedAt { get; init; }

    /// <summary>The system description, whole.</summary>
    public required JsonElement SystemInfo { get; init; }

    /// <summary>The benchmark's configuration, whole.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>The result summary, whole.</summary>
    public required JsonElement ResultSummary { get; init; }

    /// <summary><c>point.yaml</c>, whole (v1.0).</summary>
    public JsonElement? PointConfig { get; init; }

    /// <summary><c>system_power.json</c> with the derived figures (v1.0).</summary>
    public JsonElement? SystemPower { get; init; }

    /// <summary>When the run may be deleted; the service's own term where null.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>True to keep the run past its expiry; null otherwise.</summary>
    public bool? Pinned { get; init; }

    /// <summary>True for a test, fixed at creation; null otherwise.</summary>
    public bool? IsTest { get; init; }
}

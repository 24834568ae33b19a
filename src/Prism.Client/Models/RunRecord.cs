using System.Text.Json;

namespace MlPerf.Endpoints.Prism.Client.Models;

/// <summary>A run as the service tells it; every member may be missing, <see cref="Json"/> holds the whole answer.</summary>
public sealed record RunRecord
{
    /// <summary>The run's id.</summary>
    public string? Id { get; init; }

    /// <summary>The model: sent in lists, else taken from the run's configuration.</summary>
    public string? Model { get; init; }

    /// <summary>Target concurrency, as it was written: sent in lists, else taken from the run's configuration.</summary>
    public string? Concurrency { get; init; }

    /// <summary>Begin of the measurement, ISO 8601.</summary>
    public string? StartedAt { get; init; }

    /// <summary>End of the measurement, ISO 8601.</summary>
    public string? FinishedAt { get; init; }

    /// <summary>Whether the run was registered as a test.</summary>
    public bool? IsTest { get; init; }

    /// <summary>Who registered it.</summary>
    public string? UserId { get; init; }

    /// <summary>Commit or release of the benchmark tool.</summary>
    public string? BenchmarkVersion { get; init; }

    /// <summary>Version of the service that took it.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Protocol level of the client that sent it.</summary>
    public string? CliVersion { get; init; }

    /// <summary>When it will be deleted; null when pinned.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>Whether it is kept past its expiry.</summary>
    public bool? Pinned { get; init; }

    /// <summary>Whether the service holds it valid.</summary>
    public bool? IsValid { get; init; }

    /// <summary>Why it is not valid.</summary>
    public string? InvalidationReason { get; init; }

    /// <summary>Where its archive is kept.</summary>
    public string? ArchiveUri { get; init; }

    /// <summary>The system description as it was sent.</summary>
    public JsonElement? SystemInfo { get; init; }

    /// <summary>The whole answer.</summary>
    public JsonElement Json { get; init; }

    internal static RunRecord From(JsonElement json)
    {
        var config = json.Member("config");
        var model = config?.Member("model_params")?.Text("name") ?? config?.Text("model");
        var concurrency = config?.Member("settings")?.Member("load_pattern")?.Text("target_concurrency") ?? config?.Text("concurrency");
        return new RunRecord
        {
            Id = json.Text("id"),
            Model = json.Text("model") ?? model,
            Concurrency = json.Text("concurrency") ?? concurrency,
            StartedAt = json.Text("started_at"),
            FinishedAt = json.Text("finished_at"),
            IsTest = json.Flag("is_test"),
            UserId = json.Text("user_id"),
            BenchmarkVersion = json.Text("benchmark_version"),
            ApiVersion = json.Text("api_version"),
            CliVersion = json.Text("cli_version"),
            ExpiresAt = json.Text("expires_at"),
            Pinned = json.Flag("pinned"),
            IsValid = json.Flag("is_valid"),
            InvalidationReason = json.Text("invalidation_reason"),
            ArchiveUri = json.Text("archive_uri"),
            SystemInfo = json.Member("system_info"),
            Json = json,
        };
    }
}

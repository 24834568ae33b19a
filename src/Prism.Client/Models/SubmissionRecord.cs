using System.Text.Json;

namespace MlPerf.Endpoints.Prism.Client.Models;

/// <summary>A submission as the service tells it; every member may be missing, <see cref="Json"/> holds the whole answer.</summary>
public sealed record SubmissionRecord
{
    /// <summary>The submission's id.</summary>
    public string? Id { get; init; }

    /// <summary>Who made it.</summary>
    public string? UserId { get; init; }

    /// <summary>State in the review, free text: <c>COMPLIANCE_CHECKING</c>, <c>REVIEW_PENDING</c>, <c>FINALIZED</c>, <c>PUBLISHED</c>, <c>WITHDRAWN</c> and what else the service says.</summary>
    public string? Status { get; init; }

    /// <summary>Division as sent.</summary>
    public string? Division { get; init; }

    /// <summary>Availability as sent.</summary>
    public string? Availability { get; init; }

    /// <summary><c>cop</c> or <c>con</c>.</summary>
    public string? Scenario { get; init; }

    /// <summary>Whether results are published before review.</summary>
    public bool? EarlyPublish { get; init; }

    /// <summary>Whether it is a test.</summary>
    public bool? IsTest { get; init; }

    /// <summary>The cycle in which it was published.</summary>
    public string? PublicationCycle { get; init; }

    /// <summary>When the system will be available.</summary>
    public string? TargetAvailabilityDate { get; init; }

    /// <summary>Not published before this time.</summary>
    public string? EmbargoDate { get; init; }

    /// <summary>Ids of the runs; empty where the answer has none.</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];

    /// <summary>The runs, where they were asked for.</summary>
    public IReadOnlyList<RunRecord> Runs { get; init; } = [];

    /// <summary>Names of the systems.</summary>
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>Models and data sets; the data set may be null.</summary>
    public IReadOnlyList<(string? Model, string? Dataset)> ModelDatasets { get; init; } = [];

    /// <summary>Address of the pull request.</summary>
    public string? PrUrl { get; init; }

    /// <summary>Number of the pull request.</summary>
    public long? PrNumber { get; init; }

    /// <summary>Where the bundle is kept.</summary>
    public string? ArchiveUri { get; init; }

    /// <summary>Protocol level by which it was made.</summary>
    public string? CliVersion { get; init; }

    /// <summary>When it was made, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>The whole answer.</summary>
    public JsonElement Json { get; init; }

    internal static SubmissionRecord From(JsonElement json) => new()
    {
        Id = json.Text("id"),
        UserId = json.Text("user_id"),
        Status = json.Text("status"),
        Division = json.Text("division"),
        Availability = json.Text("availability"),
        Scenario = json.Text("scenario"),
        EarlyPublish = json.Flag("early_publish"),
        IsTest = json.Flag("is_test"),
        PublicationCycle = json.Text("publication_cycle"),
        TargetAvailabilityDate = json.Text("target_availability_date"),
        EmbargoDate = json.Text("embargo_date"),
        RunIds = json.Texts("run_ids"),
        Runs = [.. json.Objects("runs").Select(RunRecord.From)],
        Systems = json.Texts("systems"),
        ModelDatasets = [.. json.Objects("model_datasets").Select(pair => (pair.Text("model"), pair.Text("dataset")))],
        PrUrl = json.Text("pr_url"),
        PrNumber = json.Whole("pr_number"),
        ArchiveUri = json.Text("archive_uri"),
        CliVersion = json.Text("cli_version"),
        CreatedAt = json.Text("created_at"),
        Json = json,
    };
}

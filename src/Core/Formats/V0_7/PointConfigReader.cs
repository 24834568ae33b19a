using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Reads <c>points/point_&lt;N&gt;.yaml</c>. The fields are asked for in the order in which their faults are reported.</summary>
internal static class PointConfigReader
{
    /// <summary>The key of a warmup that completed more requests than it issued.</summary>
    public const string WarmupCompletedExceedsIssued = "warmup-completed-exceeds-issued";

    /// <param name="document">The file.</param>
    /// <param name="hasWarmup">Whether <c>warmup</c> is a field; elsewhere it is an unknown one.</param>
    public static FileReading<PointConfig> Read(Document document, bool hasWarmup)
    {
        if (document.Root is null)
        {
            return new(document, [], null);
        }

        var problems = new List<FieldProblem>();
        var config = FieldReader.Open(document, problems) is { } fields ? Config(fields, hasWarmup) : null;
        return new(document, problems, problems.Count == 0 ? config : null);
    }

    private static PointConfig Config(FieldReader fields, bool hasWarmup)
    {
        var config = new PointConfig
        {
            Concurrency = fields.Integer("concurrency", Presence.Required) ?? 0,
            DeclaredRegion = fields.Text("region", Presence.Nullable),
            Dataset = fields.Text("dataset", Presence.Optional) ?? "",
        };
        if (fields.Object("runtime_settings", Presence.Optional) is { } settings)
        {
            config = WithSettings(config, settings);
        }

        if (hasWarmup && fields.Object("warmup", Presence.Nullable) is { } warmup)
        {
            config = config with { Warmup = ReadWarmup(warmup) };
        }

        fields.RefuseNonTextKeys();
        return config;
    }

    private static PointConfig WithSettings(PointConfig config, FieldReader fields)
    {
        config = config with
        {
            LoadPattern = fields.Text("load_pattern", Presence.Optional) ?? config.LoadPattern,
            MinDurationMs = fields.Integer("min_duration_ms", Presence.Optional) ?? config.MinDurationMs,
            MinSampleCount = fields.Integer("min_sample_count", Presence.Nullable),
            StreamAllChunks = fields.Boolean("stream_all_chunks", Presence.Optional) ?? config.StreamAllChunks,
        };
        fields.RefuseNonTextKeys();
        return config;
    }

    private static Warmup ReadWarmup(FieldReader fields)
    {
        var warmup = new Warmup
        {
            DurationS = fields.Number("duration_s", Presence.Required, greaterThan: 0) ?? 0,
            RequestsIssued = fields.Integer("requests_issued", Presence.Required, atLeast: 0) ?? 0,
            RequestsCompleted = fields.Integer("requests_completed", Presence.Required, atLeast: 0) ?? 0,
            DataSource = fields.Text("data_source", Presence.Required, minLength: 1) ?? "",
            Concurrency = fields.Integer("concurrency", Presence.Required, greaterThan: 0) ?? 0,
            InitializationSteps = [.. fields.Texts("initialization_steps", Presence.Optional) ?? []],
        };
        fields.RefuseNonTextKeys();

        // The counts are held against one another only once each field is sound by itself.
        if (!fields.HasProblems && warmup.RequestsCompleted > warmup.RequestsIssued)
        {
            fields.Refuse(WarmupCompletedExceedsIssued, "requests_completed", $"at most the {warmup.RequestsIssued} requests issued", $"{warmup.RequestsCompleted}");
        }

        return warmup;
    }
}

using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads <c>point.yaml</c>. The fields are asked for in the order in which their faults are reported.</summary>
public static class PointConfigReader
{
    /// <summary>The key of a document whose top level is no mapping.</summary>
    public const string NotAMapping = "not-a-mapping";

    /// <summary>The key of a warmup that completed more requests than it issued.</summary>
    public const string WarmupCompletedExceedsIssued = "warmup-completed-exceeds-issued";

    /// <summary>The key of a warmup that took place at concurrency 0.</summary>
    public const string WarmupConcurrencyZero = "warmup-concurrency-zero";

    private const double LongestWarmupS = 86_400;

    /// <summary>Reads a point's configuration.</summary>
    /// <returns>The document, its faults, and the configuration where there is no fault at all.</returns>
    public static FileReading<PointConfig> Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Root is not { } root)
        {
            return new(document, [], null);
        }

        if (root.Kind is not NodeKind.Map)
        {
            return new(document, [new FieldProblem(NotAMapping, "", "", root.Location, "a mapping", root.ToString())], null);
        }

        var problems = new List<FieldProblem>();
        var config = FieldReader.Open(document, problems) is { } fields ? Config(fields) : null;
        return new(document, problems, problems.Count == 0 ? config : null);
    }

    // Arguments are evaluated in the order written, so the initialisers below ask in the order of the book.
    private static PointConfig? Config(FieldReader fields)
    {
        var concurrency = fields.Integer("concurrency", Presence.Required);
        var region = fields.Text("region", Presence.Nullable);
        var dataset = fields.Text("dataset", Presence.Optional);
        var settings = fields.Object("runtime_settings", Presence.Required) is { } runtimeSettings ? RuntimeSettings.Read(runtimeSettings) : null;
        var config = new PointConfig
        {
            Concurrency = concurrency ?? 0,
            DeclaredRegion = region,
            Dataset = dataset ?? "",
            Warmup = fields.Object("warmup", Presence.Nullable) is { } warmup ? ReadWarmup(warmup) : null,
            Division = fields.Text("division", Presence.Nullable),
            MaxSupportedConcurrency = fields.Integer("max_supported_concurrency", Presence.Nullable),
            ModelName = fields.Text("model_name", Presence.Nullable),
            ModelPrecision = fields.Text("model_precision", Presence.Nullable),
            LinkToModel = fields.Text("link_to_model", Presence.Nullable),
            LinkToModelTransformation = fields.Text("link_to_model_transformation", Presence.Nullable),
            ModelNotes = fields.Text("model_notes", Presence.Nullable),
            DatasetName = fields.Text("dataset_name", Presence.Nullable),
            DatasetType = fields.Text("dataset_type", Presence.Nullable),
            DatasetLink = fields.Text("dataset_link", Presence.Nullable),
            Offline = fields.Text("offline", Presence.Nullable),
            SteadyState = fields.Object("steady_state", Presence.Nullable) is { } steadyState ? ReadSteadyState(steadyState) : null,
            SpeculativeDecoding = fields.AnyMap("speculative_decoding", Presence.Nullable),
            NodesUsed = fields.Objects("nodes_used", Presence.Nullable) is { } nodes ? [.. nodes.Select(ReadNodesUsed)] : null,
            DpShortfall = fields.Object("dp_shortfall", Presence.Nullable) is { } shortfall ? ReadDpShortfall(shortfall) : null,
            SharedSrc = fields.Text("shared_src", Presence.Nullable),
            SharedDocs = fields.Text("shared_docs", Presence.Nullable),
            SeedSet = fields.Text("seed_set", Presence.Nullable),
            TargetCohort = fields.Text("target_cohort", Presence.Nullable),
        };
        fields.RefuseNonTextKeys();
        return settings?.ApplyTo(config);
    }

    private static Warmup? ReadWarmup(FieldReader fields)
    {
        var warmup = new Warmup
        {
            DurationS = fields.Number("duration_s", Presence.Required, atLeast: 0, atMost: LongestWarmupS) ?? 0,
            RequestsIssued = fields.Integer("requests_issued", Presence.Required, atLeast: 0) ?? 0,
            RequestsCompleted = fields.Integer("requests_completed", Presence.Required, atLeast: 0) ?? 0,
            DataSource = fields.Text("data_source", Presence.Required, minLength: 1) ?? "",
            Concurrency = fields.Integer("concurrency", Presence.Required, atLeast: 0) ?? 0,
            InitializationSteps = [.. fields.Texts("initialization_steps", Presence.Optional) ?? []],
            LogsRetained = fields.Boolean("logs_retained", Presence.Nullable),
            LinkLogs = fields.Text("link_logs", Presence.Nullable),
        };
        fields.RefuseNonTextKeys();

        // The fields are held against one another only once each is sound by itself, and the first contradiction is enough.
        if (fields.HasProblems)
        {
            return null;
        }

        if (warmup.RequestsCompleted > warmup.RequestsIssued)
        {
            fields.Refuse(WarmupCompletedExceedsIssued, "requests_completed", $"at most the {warmup.RequestsIssued} requests issued", $"{warmup.RequestsCompleted}");
        }
        else if (warmup.Concurrency.IsZero && !warmup.IsDisabled)
        {
            fields.Refuse(WarmupConcurrencyZero, "concurrency", "at least 1, as the warmup took place", "0");
        }

        return warmup;
    }

    private static SteadyState ReadSteadyState(FieldReader fields)
    {
        var status = fields.Text("status", Presence.Nullable);
        var verdict = fields.Text("verdict", Presence.Nullable);
        var steadyState = fields.Object("window", Presence.Optional) is { } window ? ReadWindow(window) : new SteadyState();
        steadyState = steadyState with
        {
            Status = status,
            Verdict = verdict,
            States = [.. fields.TextMap("state", Presence.Optional) ?? []],
            Anomaly = fields.Raw("anomaly"),
        };
        fields.RefuseNonTextKeys();
        return steadyState;
    }

    private static SteadyState ReadWindow(FieldReader fields)
    {
        var steadyState = new SteadyState
        {
            SuperPassStart = fields.Integer("super_pass_start", Presence.Nullable),
            SuperPassEnd = fields.Integer("super_pass_end", Presence.Nullable),
            SuperPassSize = fields.Integer("super_pass_size", Presence.Nullable),
            WindowSamples = fields.Integer("n_samples", Presence.Nullable),
            WindowDurationS = fields.Number("duration_s", Presence.Nullable),
        };
        fields.RefuseNonTextKeys();
        return steadyState;
    }

    private static NodesUsed ReadNodesUsed(FieldReader fields)
    {
        var nodes = new NodesUsed(fields.Integer("system_node_ensemble_id", Presence.Required) ?? 0, fields.Integer("nodes", Presence.Required) ?? 0);
        fields.RefuseNonTextKeys();
        return nodes;
    }

    private static DpShortfall ReadDpShortfall(FieldReader fields)
    {
        var shortfall = new DpShortfall(
            fields.Integer("dp_actual", Presence.Required) ?? 0,
            fields.Integer("dp_formula", Presence.Required) ?? 0,
            fields.Text("reason", Presence.Required, minLength: 1) ?? "");
        fields.RefuseNonTextKeys();
        return shortfall;
    }

    /// <summary>What <c>runtime_settings</c> gives to a configuration, in the middle of whose fields it stands.</summary>
    private sealed record RuntimeSettings(PointConfig Fields)
    {
        public static RuntimeSettings Read(FieldReader fields)
        {
            var defaults = new PointConfig { Concurrency = 0 };
            var settings = new RuntimeSettings(new PointConfig
            {
                Concurrency = 0,
                LoadPattern = fields.Text("load_pattern", Presence.Optional) ?? defaults.LoadPattern,
                MinDurationMs = fields.Integer("min_duration_ms", Presence.Optional) ?? defaults.MinDurationMs,
                MinSampleCount = fields.Integer("min_sample_count", Presence.Nullable),
                StreamAllChunks = fields.Boolean("stream_all_chunks", Presence.Optional) ?? defaults.StreamAllChunks,
                RuntimeSeeds = fields.Object("runtime", Presence.Required) is { } runtime ? ReadSeeds(runtime) : defaults.RuntimeSeeds,
                WarmupSalt = fields.Object("warmup", Presence.Nullable) is { } warmup ? ReadSalt(warmup) : null,
            });
            fields.RefuseNonTextKeys();
            return settings;
        }

        public PointConfig ApplyTo(PointConfig config) => config with
        {
            LoadPattern = Fields.LoadPattern,
            MinDurationMs = Fields.MinDurationMs,
            MinSampleCount = Fields.MinSampleCount,
            StreamAllChunks = Fields.StreamAllChunks,
            RuntimeSeeds = Fields.RuntimeSeeds,
            WarmupSalt = Fields.WarmupSalt,
        };

        private static RuntimeSeeds ReadSeeds(FieldReader fields)
        {
            var scheduler = fields.Integer("scheduler_rng_seed", Presence.Nullable);
            var sampleIndex = fields.Integer("sample_index_rng_seed", Presence.Nullable);
            var model = fields.Integer("model_seed", Presence.Nullable);
            var oldScheduler = fields.Integer("scheduler_random_seed", Presence.Nullable);
            var oldSampleIndex = fields.Integer("dataloader_random_seed", Presence.Nullable);
            var seeds = new RuntimeSeeds
            {
                Scheduler = scheduler ?? oldScheduler,
                SampleIndex = sampleIndex ?? oldSampleIndex,
                Model = model,
                UsesOldNames = (oldScheduler ?? oldSampleIndex) is not null,
            };
            fields.RefuseNonTextKeys();
            return seeds;
        }

        private static bool? ReadSalt(FieldReader fields)
        {
            var salt = fields.Boolean("salt", Presence.Nullable);
            fields.RefuseNonTextKeys();
            return salt;
        }
    }
}

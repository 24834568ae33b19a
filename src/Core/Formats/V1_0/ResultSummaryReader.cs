using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads <c>result_summary.json</c>. The fields are asked for in the order in which their faults are reported.</summary>
public static class ResultSummaryReader
{
    /// <summary>The top-level members that are read; others need not be kept when they are large.</summary>
    public static IReadOnlySet<string> DeclaredMembers { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "n_samples_issued", "n_samples_completed", "n_samples_failed", "duration_ns", "ttft", "tpot", "output_sequence_lengths", "latency", "output_tokens_per_turn_total",
        "e2e_turn_time_seconds_total", "system_tps", "tps_per_user", "e2e_avg_interactivity", "system_tps_per_kw", "output_sequence_lengths_full_run",
    };

    /// <summary>Reads a point's result summary.</summary>
    /// <returns>The document, its faults, and the summary where there is no fault at all.</returns>
    public static FileReading<ResultSummary> Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Root is null)
        {
            return new(document, [], null);
        }

        var problems = new List<FieldProblem>();
        var summary = FieldReader.Open(document, problems) is { } fields ? Summary(fields, problems) : null;
        return new(document, problems, problems.Count == 0 ? summary : null);
    }

    private static ResultSummary Summary(FieldReader fields, List<FieldProblem> problems)
    {
        var summary = new ResultSummary
        {
            SamplesIssued = fields.Integer("n_samples_issued", Presence.Optional) ?? 0,
            SamplesCompleted = fields.Integer("n_samples_completed", Presence.Required) ?? 0,
            SamplesFailed = fields.Integer("n_samples_failed", Presence.Optional) ?? 0,
            DurationNs = fields.Number("duration_ns", Presence.Required) ?? 0,
            Ttft = StatBlockReader.Read(fields, "ttft", problems),
            Tpot = StatBlockReader.Read(fields, "tpot", problems),
            OutputSequenceLengths = StatBlockReader.Read(fields, "output_sequence_lengths", problems),
            OutputTokensRaw = 0,
            Latency = StatBlockReader.Read(fields, "latency", problems),
            OutputTokensPerTurnTotal = fields.Number("output_tokens_per_turn_total", Presence.Nullable),
            TurnTimeTotalS = fields.Number("e2e_turn_time_seconds_total", Presence.Nullable),
            StoredSystemTps = fields.Raw("system_tps"),
            StoredTpsPerUser = fields.Raw("tps_per_user"),
            StoredE2EAvgInteractivity = fields.Raw("e2e_avg_interactivity"),
            StoredSystemTpsPerKw = fields.Raw("system_tps_per_kw"),
            OutputSequenceLengthsFullRun = fields.Raw("output_sequence_lengths_full_run"),
        };
        return summary with { OutputTokensRaw = summary.OutputSequenceLengths.Total };
    }
}

using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Reads a point's result summary. The fields are asked for in the order in which their faults are reported.</summary>
internal static class ResultSummaryReader
{
    /// <summary>The members that are read. Tools write others beside them, histograms for example, that may be large.</summary>
    public static IReadOnlySet<string> Members { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "n_samples_issued", "n_samples_completed", "n_samples_failed", "duration_ns", "ttft", "output_sequence_lengths", "system_tps", "tps_per_user",
    };

    public static FileReading<ResultSummary> Read(Document document)
    {
        if (document.Root is null)
        {
            return new(document, [], null);
        }

        var problems = new List<FieldProblem>();
        var summary = FieldReader.Open(document, problems) is { } fields ? Summary(fields) : null;
        return new(document, problems, problems.Count == 0 ? summary : null);
    }

    private static ResultSummary Summary(FieldReader fields)
    {
        var issued = fields.Integer("n_samples_issued", Presence.Optional) ?? 0;
        var completed = fields.Integer("n_samples_completed", Presence.Required) ?? 0;
        var failed = fields.Integer("n_samples_failed", Presence.Optional) ?? 0;
        var durationNs = fields.Number("duration_ns", Presence.Required) ?? 0;
        var ttft = Total(fields, "ttft");
        var outputTokens = Total(fields, "output_sequence_lengths");
        return new ResultSummary
        {
            SamplesIssued = issued,
            SamplesCompleted = completed,
            SamplesFailed = failed,
            DurationNs = durationNs,
            Ttft = new StatBlock { Total = ttft },
            OutputSequenceLengths = new StatBlock { Total = outputTokens },
            OutputTokensRaw = outputTokens,
            StoredSystemTps = fields.Raw("system_tps"),
            StoredTpsPerUser = fields.Raw("tps_per_user"),
        };
    }

    // Percentiles are typed, so that a wrong value is noted; in v0.7 no rule reads them, and their keys are free.
    private static double Total(FieldReader summary, string name)
    {
        if (summary.Object(name, Presence.Optional) is not { } fields)
        {
            return 0;
        }

        var total = fields.Number("total", Presence.Optional) ?? 0;
        fields.NumberMap("percentiles", Presence.Optional);
        return total;
    }
}

using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Rules.Mlx.Records;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>Makes the rows of points: first what can be written of each, then the members that all of them have.</summary>
internal sealed class PointRows(ExportCurve curve, MlxExportOptions options)
{
    private static readonly int[] Percentiles = [50, 90, 95, 99];
    private static readonly string[] Blocks = ["ttft", "tpot", "latency"];

    private readonly List<string> _errors = [];

    /// <summary>One text for each quantity that could not be written.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The members that every row of the envelope has.</summary>
    public IReadOnlyList<(string Name, Func<ExportPoint, double?> Value)> SharedMembers(IEnumerable<ExportPoint> points)
    {
        var shared = new List<(string, Func<ExportPoint, double?>)>();
        foreach (var (name, value) in Members)
        {
            var without = points.Where(point => value(point) is not { } number || !double.IsFinite(number) || number < 0).Select(point => point.Suffix).ToList();
            if (without.Count == 0)
            {
                shared.Add((name, value));
            }
            else
            {
                _errors.Add($"{name}: left out of every row, as it is unknown or negative at {string.Join(", ", without)}");
            }
        }

        return shared;
    }

    /// <summary>The rows of a point's performance.</summary>
    public IEnumerable<MlxRow> Performance(ExportPoint point, IReadOnlyList<(string Name, Func<ExportPoint, double?> Value)> members)
    {
        var row = Row(point, members, $"{curve.Folder}_{point.Suffix}");
        foreach (var (metric, unit, value, reason) in Quantities(point))
        {
            if (value is { } number && double.IsFinite(number))
            {
                yield return row with { Metric = metric, Unit = unit, Value = number };
            }
            else
            {
                _errors.Add($"{metric}: not written for {point.Suffix}, as {(value is null ? reason : "it is not finite")}");
            }
        }

        if (point.Figures.Failed is { Sign: > 0 } failed)
        {
            _errors.Add($"{failed} samples failed at {point.Suffix}");
        }
    }

    /// <summary>The row of one score; null where the score is not finite.</summary>
    public MlxRow? Accuracy(ExportPoint? point, ExportScore score, IReadOnlyList<(string Name, Func<ExportPoint, double?> Value)> members)
    {
        var name = point is null ? score.Dataset : $"{score.Dataset}_{point.Suffix}";
        var isAgentic = point?.IsAgentic is true;
        var metric = score.IsInline && isAgentic ? "inline_accuracy" : score.IsUnnamed ? "accuracy" : score.Metric.ToLowerInvariant();
        if (!double.IsFinite(score.Value))
        {
            _errors.Add($"{metric}: not written for {name}, as it is not finite");
            return null;
        }

        var isRatio = isAgentic || score.IsUnnamed || metric is "exact_match" || metric.StartsWith("rouge", StringComparison.Ordinal);
        var unit = metric is "tokens_per_sample" or "gen_len" ? "tok" : isRatio ? "ratio" : "score";
        var row = Row(point, members, Texts.Clean(name));
        var tags = new Dictionary<string, string>(row.Tags!, StringComparer.Ordinal)
        {
            ["dataset_type"] = Texts.Clean(score.DatasetType),
            ["num_samples"] = Text(score.Samples),
            ["n_repeats"] = Text(score.Repeats),
        };

        // Scores of the repository are always ratios; those of the rules are percentages, but for agentic ones.
        return row with { Metric = Texts.Clean(metric), Unit = unit, Value = unit is "ratio" && !isAgentic && score.Value > 1 ? score.Value / 100 : score.Value, Tags = tags };
    }

    private IEnumerable<(string Name, Func<ExportPoint, double?> Value)> Members =>
    [
        ("duration_seconds", point => point.Figures.DurationS),
        .. options.WritesRowMembers ? (ReadOnlySpan<(string, Func<ExportPoint, double?>)>)
        [
            ("prompt_tokens_per_second", point => point.Figures.InputTokens / point.Figures.DurationS),
            ("decode_tokens_per_second", point => point.Figures.SystemTps),
            ("total_tokens_per_second", point => (point.Figures.InputTokens + RawOutputTokens(point)) / point.Figures.DurationS),
            ("first_token_latency_ms", point => point.Figures.Percentile("ttft", 50) / 1e6),
        ]
        : [],
    ];

    private static double? RawOutputTokens(ExportPoint point) => point.Figures.Number("output_sequence_lengths", "total");

    private MlxRow Row(ExportPoint? point, IReadOnlyList<(string Name, Func<ExportPoint, double?> Value)> members, string name)
    {
        var row = new MlxRow { Name = Texts.Clean(name), Metric = "", Unit = "", Value = 0, Tags = Tags(point), Raw = options.WritesRaw && point is not null ? SummaryJson.Of(point.Figures.Root) : null };
        if (point is null)
        {
            return row;
        }

        foreach (var (member, value) in members)
        {
            row = member switch
            {
                "duration_seconds" => row with { DurationSeconds = value(point) },
                "prompt_tokens_per_second" => row with { PromptTokensPerSecond = value(point) },
                "decode_tokens_per_second" => row with { DecodeTokensPerSecond = value(point) },
                "total_tokens_per_second" => row with { TotalTokensPerSecond = value(point) },
                _ => row with { FirstTokenLatencyMs = value(point) },
            };
        }

        return row;
    }

    // In the order of the book; what does not apply to a point is not among them.
    private IEnumerable<(string Metric, string Unit, double? Value, string Reason)> Quantities(ExportPoint point)
    {
        const string noTokens = "the summary states no output tokens or no length of the run";
        const string noInput = "the summary states no input tokens or no length of the run";
        var figures = point.Figures;
        var seconds = figures.DurationS;

        yield return ("throughput_output_toks_per_s", "tok/s", figures.SystemTps, noTokens);
        yield return ("throughput_total_toks_per_s", "tok/s", (figures.InputTokens + RawOutputTokens(point)) / seconds, noInput);
        yield return ("throughput_prompt_toks_per_s", "tok/s", figures.InputTokens / seconds, noInput);
        yield return ("throughput_requests_per_s", "req/s", (figures.Completed is { } completed ? NodeValues.ToDouble(completed) : null) / seconds, "the summary states no completed queries or no length of the run");
        foreach (var block in Blocks)
        {
            if (block is not "ttft" && (!curve.IsV1_0 || (block is "tpot" && point.IsDedicatedOffline)))
            {
                continue;
            }

            foreach (var percentile in Percentiles)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"{block}_p{percentile}_ms"), "ms", figures.Percentile(block, percentile) / 1e6, "the summary does not state it");
            }
        }

        if (!point.IsDedicatedOffline)
        {
            yield return ("tps_per_user", "tok/s", TpsPerUser(point), curve.IsV1_0 ? "the summary states no positive 90th percentile of tpot" : noTokens);
        }

        if (point.IsAgentic && curve.IsV1_0)
        {
            yield return ("e2e_interactivity", "tok/s", point.Interactivity, "the summary states no sums of tokens and time of turns");
        }

        yield return ("output_tokens_mean", "tok", figures.OutputTokensMean, "the summary states no completed queries or no output tokens");
        if (curve.IsV1_0)
        {
            yield return ("tps_utilization", "ratio", point.Utilization, "the system's description does not state it");
            yield return ("system_tps_per_kw", "tok/s/kW", point.Power.Value is { Kilowatts: > 0 } power ? figures.SystemTps / power.Kilowatts : null, point.Power.Reason ?? "the power is not positive");
            yield return ("steady_state_seconds", "seconds", point.SteadyStateS, "the point states no window");
        }
    }

    private double? TpsPerUser(ExportPoint point)
        => curve.IsV1_0
            ? point.Figures.Percentile("tpot", 90) is > 0 and var tpotNs ? 1000 / (tpotNs / 1e6) : null
            : point.Concurrency is { Sign: > 0 } concurrency ? point.Figures.SystemTps / NodeValues.ToDouble(concurrency) : null;

    private Dictionary<string, string> Tags(ExportPoint? point) => new(StringComparer.Ordinal)
    {
        ["concurrency"] = Text(point?.Concurrency),
        ["region"] = Texts.Clean(point?.Region),
        ["offline"] = Text(point?.IsOffline),
        ["load_pattern"] = Texts.Clean(point?.LoadPattern),
        ["dataset"] = Texts.Clean(point?.Dataset),
        ["n_samples_issued"] = Text(point?.Figures.Issued),
        ["n_samples_completed"] = Text(point?.Figures.Completed),
        ["n_samples_failed"] = Text(point?.Figures.Failed),
        ["total_output_tokens"] = Text(point?.Figures.OutputTokens is { } tokens && double.IsFinite(tokens) ? new BigInteger(tokens) : null),
        ["system_id"] = Texts.Clean(curve.SystemId),
        ["division"] = Texts.Clean(point?.Division),
        ["seed_set"] = Texts.Clean(point?.SeedSet),
        ["target_cohort"] = Texts.Clean(point?.TargetCohort),
        ["spec"] = curve.Spec,
        ["checker_passed"] = Text(options.CheckerPassed),
    };

    private static string Text(BigInteger? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(bool? value) => value switch
    {
        true => "true",
        false => "false",
        null => "",
    };
}

using System.Collections.Frozen;

namespace MlPerf.Endpoints.Conformance.BadInput;

/// <summary>What each file of the samples must give for each bad input: the table of expected findings, as <c>rule/key</c>; null where the submission still passes.</summary>
/// <remarks>A submission with a finding here fails, exit code 1; one without passes, exit code 0.</remarks>
internal static class BadInputOutcomes
{
    private const string? Passes = null;

    private static readonly Outcomes AnyMapping = new()
    {
        Missing = "config-file-present/fail",
        Folder = "config-file-present/fail",
        Refused = "config-file-present/invalid",
        AccessDenied = "config-file-present/invalid",
        Unreadable = "config-file-present/invalid",
        NoMapping = "config-file-present/invalid",
        OtherMapping = Passes,
        PartOfMapping = Passes,
    };

    private static readonly FrozenDictionary<string, Outcomes> Table = new Dictionary<string, Outcomes>(StringComparer.Ordinal)
    {
        // v0.7: what cannot be read has one key for every reason.
        ["v0.7 system.json"] = Outcomes.OfV0_7("system-description-valid", missing: "system-description-present/fail", field: "missing"),
        ["v0.7 point.yaml"] = Outcomes.OfV0_7("point-config-valid", missing: "point-count/fail", field: "missing") with { NoMapping = "point-config-valid/field", PartOfMapping = "point-config-valid/*" },
        ["v0.7 summary.json"] = Outcomes.OfV0_7("result-file-valid", missing: "result-file-present/fail", field: "missing"),
        ["v0.7 mlperf_endpoints_log_detail.json"] = Outcomes.OfPresence("result-detail-present/fail"),
        ["v0.7 accuracy.txt"] = Outcomes.OfPresence("accuracy-file/fail"),
        ["v0.7 accuracy_result.json"] = Outcomes.OfV0_7("accuracy-valid", missing: "accuracy-file/fail", field: "missing"),
        ["v0.7 results.json"] = Outcomes.OfV0_7("accuracy-valid", missing: "accuracy-present/fail", field: "field"),

        ["v1.0 point.yaml"] = Outcomes.OfV1_0("point-config-valid", missing: "measurement-points-present/fail-2", field: "missing") with
        {
            NoMapping = "point-config-valid/not-a-mapping",
            PartOfMapping = "point-disclosure-complete/fail",
        },
        ["v1.0 config.yaml"] = AnyMapping,
        ["v1.0 agentic config.yaml"] = AnyMapping with { PartOfMapping = "config-file-present/invalid" },
        ["v1.0 system_desc.json"] = new Outcomes
        {
            Missing = "system-description-present/fail-2",
            Folder = "system-description-valid/fail",
            Refused = "system-description-valid/fail",
            AccessDenied = "system-description-valid/fail",
            Unreadable = "system-description-valid/fail",
            OtherMapping = "system-description-consistency/fail",
        },
        ["v1.0 result_summary.json"] = Outcomes.OfV1_0("result-file-valid", missing: "result-summary-present/fail", field: "missing"),
        ["v1.0 accuracy_results.json"] = Outcomes.OfV1_0("accuracy-valid", missing: "accuracy-coverage/missing-bands", field: "dict_type"),
        ["v1.0 agentic accuracy_results.json"] = Outcomes.OfV1_0("accuracy-valid", missing: "agentic-accuracy-inline/missing", field: "dict_type"),

        // A folder of that name is taken for a model, and the file for absent.
        ["v1.0 system_power.json"] = Outcomes.OfV1_0("power-descriptor", missing: "power-descriptor/fail", field: "missing") with { Folder = "power-descriptor/fail" },

        // Must be a file; what is in it does not matter.
        ["v1.0 README.md"] = new Outcomes { Missing = "src-readme/fail", Folder = "src-readme/fail", Refused = "src-readme/fail" },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Outcomes NeverLookedAt = new();

    /// <summary>The finding that a bad input in the place of a file must give; null where the submission passes.</summary>
    public static string? Of(string sample, string path, BadInputCase input)
    {
        var name = Path.GetFileName(path);
        var spec = sample[..sample.IndexOf('/', StringComparison.Ordinal)];
        var kind = spec is "v1.0" || !name.EndsWith(".json", StringComparison.Ordinal) ? name
            : path.StartsWith("systems/", StringComparison.Ordinal) ? "system.json"
            : name.EndsWith("_summary.json", StringComparison.Ordinal) ? "summary.json"
            : name;
        kind = name.StartsWith("point_", StringComparison.Ordinal) ? "point.yaml" : kind;
        var key = sample is "v1.0/agentic" && Table.ContainsKey($"v1.0 agentic {kind}") ? $"v1.0 agentic {kind}" : $"{spec} {kind}";
        return Table.GetValueOrDefault(key, NeverLookedAt).Of(ContentOf(path, input));
    }

    /// <summary>What the input is to the reader of this file.</summary>
    public static BadContent ContentOf(string path, BadInputCase input) => path.EndsWith(".yaml", StringComparison.Ordinal) ? input.AsYaml : input.AsJson;

    private sealed record Outcomes
    {
        public string? Missing { get; init; }

        public string? Folder { get; init; }

        public string? Refused { get; init; }

        public string? AccessDenied { get; init; }

        public string? Unreadable { get; init; }

        public string? NoMapping { get; init; }

        public string? OtherMapping { get; init; }

        public string? PartOfMapping { get; init; }

        /// <summary>A file that must be there and is never opened.</summary>
        public static Outcomes OfPresence(string missing) => new() { Missing = missing };

        public static Outcomes OfV0_7(string rule, string missing, string field) => new()
        {
            Missing = missing,
            Folder = $"{rule}/unreadable",
            Refused = $"{rule}/unreadable",
            AccessDenied = $"{rule}/unreadable",
            Unreadable = $"{rule}/unreadable",
            OtherMapping = $"{rule}/{field}",
        };

        public static Outcomes OfV1_0(string rule, string missing, string field) => new()
        {
            Missing = missing,
            Folder = $"{rule}/io-error",
            Refused = $"{rule}/io-error",
            AccessDenied = $"{rule}/io-error",
            Unreadable = $"{rule}/parse-error",
            OtherMapping = $"{rule}/{field}",
        };

        public string? Of(BadContent content) => content switch
        {
            BadContent.Missing => Missing,
            BadContent.Folder => Folder,
            BadContent.Refused => Refused,
            BadContent.AccessDenied => AccessDenied,
            BadContent.Unreadable => Unreadable,
            BadContent.NoMapping => NoMapping,
            BadContent.OtherMapping => OtherMapping,
            BadContent.PartOfMapping => PartOfMapping,
            _ => null,
        };
    }
}

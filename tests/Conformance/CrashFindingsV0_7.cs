using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Conformance;

/// <summary>What we find where the v0.7 reference falls over: every finding of each case, by the case's name without its group.</summary>
internal static class CrashFindingsV0_7
{
    private static readonly Dialect Release = new(
        SpecRevision.V0_7Release, "systems/nw-h200x8.json", "pareto/nw-h200x8/Llama-3_1-8B-Instruct", "results_summary.json", "results/point_1024/accuracy/results.json");

    private static readonly Dialect Readme = new(
        SpecRevision.V0_7Readme, "systems/hx8-mi355x.json", "pareto/hx8-mi355x/llama2-70b", "mlperf_endpoints_log_summary.json", "accuracy/accuracy_result.json");

    private static readonly Dictionary<(SpecRevision Revision, string Case), string[]> Owed = Build();

    /// <summary>The findings that a case of the corpus owes; null where the table does not know it.</summary>
    public static IReadOnlyList<string>? Of(CorpusCase item) => Owed.GetValueOrDefault((item.Revision, item.Name[(item.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]));

    public static int Count => Owed.Count;

    private static Dictionary<(SpecRevision Revision, string Case), string[]> Build()
    {
        var owed = new Dictionary<(SpecRevision Revision, string Case), string[]>();
        void Owe(Dialect dialect, Func<Dialect, string[]> findings, params ReadOnlySpan<string> cases)
        {
            foreach (var name in cases)
            {
                owed.Add((dialect.Revision, name), findings(dialect));
            }
        }

        Owe(Release, Description, "system-invalid-utf8", "system-utf16", "json-depth-2000", "json-int-4301-digits");
        Owe(Readme, Description, "system-invalid-utf8", "system-depth-2000", "system-int-4301-digits");
        Owe(Release, dialect => [$"error region-computation [#7] {dialect.Description}"], "m-too-big-for-a-double");
        Owe(Release, Point, "yaml-invalid-utf8", "yaml-latin-1", "yaml-utf16", "yaml-depth-2000", "yaml-int-4301-digits", "yaml-impossible-date", "yaml-impossible-time",
            "yaml-bool-tag-bad", "yaml-int-tag-bad", "yaml-float-tag-bad", "yaml-timestamp-tag-bad", "yaml-empty-binary-literal", "yaml-empty-hex-literal");
        Owe(Readme, Point, "yaml-invalid-utf8", "yaml-impossible-date");
        Owe(Release, NameTooLong, "concurrency-name-too-long");
        Owe(Release, dialect => [$"error result-file-valid [] {dialect.Summary(256)}"], "summary-invalid-utf8", "summary-utf16", "json-depth-2000-summary");
        Owe(Readme, dialect => [$"error result-file-valid [] {dialect.Summary(256)}"], "summary-invalid-utf8", "summary-depth-2000", "summary-int-4301-digits");
        Owe(Release, dialect => [$"error metric-consistency-output-tokens [#14] {dialect.Summary(512)}"], "tokens-nan", "tokens-infinity", "tokens-minus-infinity", "tokens-1e400");
        Owe(Readme, dialect => [$"error metric-consistency-output-tokens [#14] {dialect.Summary(512)}"], "tokens-nan", "tokens-infinity");
        Owe(Release, dialect => [$"error metric-consistency-system-tps [#9.1] {dialect.Summary(256)}"], "tps-text", "tps-list", "tps-numeric-string-wrong", "tps-infinity-string");
        Owe(Release, dialect => [$"error metric-consistency-system-tps [#9.1] {dialect.Summary(512)}"], "tps-integer-beyond-double");
        Owe(Readme, dialect => [$"error metric-consistency-system-tps [#9.1] {dialect.Summary(256)}"], "summary-tps-text");
        Owe(Release, dialect => [$"error metric-consistency-tps-per-user [#9.1] {dialect.Summary(256)}"], "tps-object", "tps-per-user-numeric-string-wrong");
        Owe(Release, Accuracy, "accuracy-invalid-utf8", "accuracy-utf16", "json-unterminated-depth-5000");
        Owe(Readme, Accuracy, "accuracy-invalid-utf8", "accuracy-depth-2000", "accuracy-int-4301-digits");
        Owe(Release, dialect => [$"error accuracy-gate [#15] {dialect.Accuracy}"], "entry-value-integer-beyond-double");
        Owe(Release, dialect => [$"error accuracy-sample-count [#15] {dialect.Accuracy}"], "samples-literal-infinity");
        return owed;
    }

    private static string[] Description(Dialect dialect) => [$"error system-description-valid [] {dialect.Description}"];

    private static string[] Point(Dialect dialect) => [$"error point-config-valid [] {dialect.Point}"];

    private static string[] Accuracy(Dialect dialect) => [$"error accuracy-valid [] {dialect.Accuracy}"];

    private static string[] NameTooLong(Dialect dialect)
    {
        var concurrency = new string('9', 300);
        return
        [
            $"error concurrency-in-range [#9] {dialect.Point}",
            $"warning point-filename-concurrency [#1] {dialect.Point}",
            $"error result-file-present [#1] {dialect.Model}/results/point_{concurrency}/results_summary.json",
        ];
    }

    private sealed record Dialect(SpecRevision Revision, string Description, string Model, string SummaryName, string AccuracyName)
    {
        public string Point => $"{Model}/points/point_256.yaml";

        public string Accuracy => $"{Model}/{AccuracyName}";

        public string Summary(int concurrency) => $"{Model}/results/point_{concurrency}/{SummaryName}";
    }
}

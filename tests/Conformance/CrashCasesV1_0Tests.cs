using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Conformance;

/// <summary>Where the reference falls over and leaves no report, the finding that is owed instead, by name. The submissions are clean but for that, so each list is the whole report.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CrashCasesV1_0Tests
{
    private const string Alder = "results/alder_a8/llama3_1-8b";
    private const string Birch = "sub-3b9e1c/results/birch_b1/gpt-oss-120b";
    private const string Cedar = "results/cedar_cloud/qwen3_6-35b-a3b";
    private const string Fjord = "results/fjord_mi355x8/llama3_1-8b";
    private const string FjordR1 = "results/fjord_mi355x8/deepseek-r1";
    private const string Harbor = "results/hx8/gpt-oss-120b";
    private const string Borealis = "results/borealis-h200x8/llama3_1-8b";

    private static readonly Dictionary<string, string[]> Owed = new(StringComparer.Ordinal)
    {
        // A number that cannot be used is an error of the file, and the point then carries no accuracy: nothing covers the Low region.
        ["accuracy/gate-integer-400-digits"] = [$"error accuracy-valid/number-out-of-range {Fjord}/r8/accuracy_results.json", $"error accuracy-coverage/missing-bands {Fjord}"],
        ["accuracy/gate-weight-400-digits"] = [$"error accuracy-valid/number-out-of-range {FjordR1}/r8/accuracy_results.json", $"error accuracy-coverage/missing-bands {FjordR1}"],
        ["accuracy/samples-infinity"] = [$"error accuracy-valid/number-out-of-range {Fjord}/r8/accuracy_results.json", $"error accuracy-coverage/missing-bands {Fjord}"],
        ["accuracy/samples-repeats-infinity"] = [$"error accuracy-valid/number-out-of-range {Fjord}/r8/accuracy_results.json", $"error accuracy-coverage/missing-bands {Fjord}"],
        ["accuracy/source-results-json-invalid-utf8"] = [$"error accuracy-valid/parse-error {Fjord}/r8/results.json", $"error accuracy-coverage/missing-bands {Fjord}"],
        ["accuracy/valid-integer-5000-digits"] = [$"error accuracy-valid/parse-error {Fjord}/r8/accuracy_results.json", $"error accuracy-coverage/missing-bands {Fjord}"],
        ["accuracy/valid-nested-3000-deep"] = [$"error accuracy-valid/parse-error {Fjord}/r8/accuracy_results.json", $"error accuracy-coverage/missing-bands {Fjord}"],

        // A list of drafters or seed sets that cannot be used takes its rules with it, at the price of a warning.
        ["drafters/unusable-configuration-list-of-numbers"] = ["warning drafter-list-registry/unavailable -"],
        ["drafters/unusable-configuration-text"] = ["warning drafter-list-registry/unavailable -"],
        ["drafters/unusable-configuration-true"] = ["warning drafter-list-registry/unavailable -"],
        ["drafters/unusable-deep-nesting"] = ["warning drafter-list-registry/unavailable -"],
        ["drafters/unusable-impossible-date"] = ["warning drafter-list-registry/unavailable -"],
        ["seeds/unusable-5000-digits"] = ["warning seed-set-registry/unavailable -"],
        ["seeds/unusable-deep-nesting"] = ["warning seed-set-registry/unavailable -"],
        ["seeds/unusable-infinite-seed"] = ["warning seed-set-registry/unavailable -"],

        // A file that cannot be read is an error of its rule; a point whose configuration cannot be read is skipped, but its accuracy still counts.
        ["loader/accuracy-invalid-utf8"] = [$"error accuracy-valid/parse-error {Harbor}/r64/accuracy_results.json", $"error accuracy-coverage/missing-bands {Harbor}"],
        ["loader/results-invalid-utf8"] = [$"error accuracy-valid/parse-error {Harbor}/r64/results.json", $"error accuracy-coverage/missing-bands {Harbor}"],
        ["loader/point-impossible-date"] = UnreadablePoint($"{Harbor}/r64"),
        ["loader/point-invalid-utf8"] = UnreadablePoint($"{Harbor}/r64"),
        ["loader/power-invalid-utf8"] = ["error power-descriptor/parse-error results/hx8/system_power.json"],
        ["loader/summary-huge-integer"] = [$"error result-file-valid/parse-error {Harbor}/r64/result_summary.json"],
        ["loader/summary-nesting-5000"] = [$"error result-file-valid/parse-error {Harbor}/r64/result_summary.json"],
        ["loader/summary-utf16"] = [$"error result-file-valid/parse-error {Harbor}/r64/result_summary.json"],
        ["points-config/yaml-bad-bool-tag"] = UnreadablePoint($"{Alder}/r256"),
        ["points-config/yaml-empty-binary-number"] = UnreadablePoint($"{Alder}/r256"),
        ["points-files/config-bad-date"] = [$"error config-file-present/invalid {Alder}/r256/config.yaml"],
        ["points-files/point-bad-date"] = UnreadablePoint($"{Alder}/r256"),
        ["points-files/point-bad-int-tag"] = UnreadablePoint($"{Alder}/r256"),
        ["points-files/point-deep"] = UnreadablePoint($"{Alder}/r256"),
        ["points-files/point-utf16"] = UnreadablePoint($"{Alder}/r256"),
        ["points-files/summary-5000-digits"] = [$"error result-file-valid/parse-error {Alder}/r256/result_summary.json"],
        ["points-files/summary-deep"] = [$"error result-file-valid/parse-error {Alder}/r256/result_summary.json"],
        ["points-files/summary-not-utf8"] = [$"error result-file-valid/parse-error {Alder}/r256/result_summary.json"],
        ["points-files/summary-not-utf8-unparsed"] =
        [
            $"error measurement-points-present/fail-2 {Alder}/r256/point.yaml",
            $"error result-file-valid/parse-error {Alder}/r256/result_summary.json",
            $"warning point-rules-skipped/warn {Alder}/r256/point.yaml",
        ],
        ["structure/config-bad-explicit-int"] = [$"error config-file-present/invalid {Harbor}/r64/config.yaml"],
        ["structure/config-impossible-time"] = [$"error config-file-present/invalid {Harbor}/r64/config.yaml"],
        ["structure/config-nesting-2000"] = [$"error config-file-present/invalid {Harbor}/r64/config.yaml"],
        ["system/nesting-5000"] = [$"error system-description-valid/fail {Harbor}/r8/system_desc.json", $"warning maximal-engagement/warn {Harbor}/r8/point.yaml"],

        // A path that no file system could hold leads nowhere.
        ["points-consistency/shared-src-300-characters"] = [$"error shared-path-resolution/fail {Alder}/r256/point.yaml"],
        ["structure/shared-very-long-name"] = [$"error shared-path-resolution/fail {Harbor}/r8/point.yaml"],

        // A stored figure that is no number disagrees; a token count that is no number fails, and the rules that need it stay silent.
        ["points-metrics/agentic-list"] = [$"error agentic-metric-consistency/fail-2 {Cedar}/r2/result_summary.json"],
        ["points-metrics/agentic-word"] = [$"error agentic-metric-consistency/fail-2 {Cedar}/r2/result_summary.json"],
        ["points-metrics/tokens-400-digits"] = [$"error result-file-valid/float_type {Birch}/r256/result_summary.json"],
        ["points-metrics/tokens-infinite"] = [$"error metric-consistency-output-tokens/fail {Birch}/r256/result_summary.json"],
        ["points-metrics/tokens-nan"] = [$"error metric-consistency-output-tokens/fail {Birch}/r256/result_summary.json"],
        ["points-metrics/tps-empty-text"] = [$"error metric-consistency-system-tps/fail {Alder}/r256/result_summary.json"],
        ["points-metrics/tps-list"] = [$"error metric-consistency-system-tps/fail {Alder}/r256/result_summary.json"],
        ["points-metrics/tps-object"] = [$"error metric-consistency-system-tps/fail {Alder}/r256/result_summary.json"],
        ["points-metrics/tps-word"] = [$"error metric-consistency-system-tps/fail {Alder}/r256/result_summary.json"],
        ["points-metrics/user-list"] = [$"error metric-consistency-tps-per-user/fail {Alder}/r256/result_summary.json"],

        // No facts are taken from such a description; only the copies differ.
        ["power/ensemble-superscript-digit"] = [$"error system-description-consistency/fail {Borealis}/r12/system_desc.json"],
        ["power/node-types-number"] = [$"error system-description-consistency/fail {Borealis}/r12/system_desc.json"],
        ["power/file-deep-nesting"] = ["error power-descriptor/parse-error results/borealis-h200x8/system_power.json"],
        ["power/file-integer-5000-digits"] = ["error power-descriptor/parse-error results/borealis-h200x8/system_power.json"],
        ["power/file-invalid-utf8"] = ["error power-descriptor/parse-error results/borealis-h200x8/system_power.json"],
        ["power/file-utf16"] = ["error power-descriptor/parse-error results/borealis-h200x8/system_power.json"],
        ["power/nodes-provisioned-400-digits"] =
        [
            "error power-descriptor/computation-problem results/borealis-h200x8/system_power.json",
            "warning power-descriptor/computation-warning results/borealis-h200x8/system_power.json",
        ],
        ["power/tps-per-kw-400-digits"] = [$"error metric-consistency-tps-per-kw/fail {Borealis}/r64/result_summary.json"],
        ["system/node-id-superscript"] = [$"error system-description-valid/int_parsing {Harbor}/r8/system_desc.json"],
        ["system/nodes-number"] = [$"error system-description-valid/list_type {Harbor}/r8/system_desc.json"],

        // Beyond a double there are no regions; the elected point is not the one at C_max either.
        ["regions/c-max-10-to-320"] = [$"error region-computation/c-max-too-large {Harbor}/r8/system_desc.json", $"error offline-point-present/fail-4 {Harbor}"],

        // The point is left out of the comparison of throughputs, and nothing else is wrong with it: the steady window says how long it ran.
        ["points-metrics/duration-smallest"] = [],
        ["system/utilisation-huge-integer"] = [],
    };

    private static IReadOnlyList<CorpusCase> Crashes { get; } = [.. CorpusFile.LoadAll(Path.Combine(CorpusCases.Folder, "v1.0")).Where(item => item.Expected.Crash is not null)];

    private static IEnumerable<TestCaseData> Cases() => Crashes.Select(item => new TestCaseData(item).SetArgDisplayNames(item.Name));

    [TestCaseSource(nameof(Cases))]
    public void Gives_the_finding_that_the_book_names_from_memory(CorpusCase item) => AssertOwed(item, item.ToSource());

    [TestCaseSource(nameof(Cases))]
    public void Gives_the_finding_that_the_book_names_from_disk(CorpusCase item)
    {
        using var folder = new TemporaryFolder();
        AssertOwed(item, new FolderSource(item.LayOut(folder.Path)));
    }

    [Test]
    public void The_table_has_no_row_for_a_case_that_does_not_exist()
        => Assert.That(Owed.Keys.Except(Crashes.Select(item => item.Name), StringComparer.Ordinal), Is.Empty);

    /// <summary>What a case on which the reference fell over owes.</summary>
    internal static string[] OwedBy(CorpusCase item) => Owed.GetValueOrDefault(item.Name) ?? throw new AssertionException($"The table has no row for {item.Name}.");

    private static void AssertOwed(CorpusCase item, ISubmissionSource source)
    {
        using var options = new TemporaryFolder();
        var report = new SubmissionChecker(source, new CheckerOptions
        {
            Spec = item.Revision.Name,
            SeedSetsFile = options.Write("seed-sets", item.SeedSets),
            ApprovedDraftersFile = options.Write("drafters", item.ApprovedDrafters),
        }).Run();

        Verdicts.AssertAgree(item, Judgement.Of(report));
    }

    private static string[] UnreadablePoint(string folder) => [$"error point-config-valid/parse-error {folder}/point.yaml", $"warning point-rules-skipped/warn {folder}/point.yaml"];
}

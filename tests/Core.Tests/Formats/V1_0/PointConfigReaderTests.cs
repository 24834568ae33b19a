using System.Text;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Formats.V1_0;

public sealed class PointConfigReaderTests
{
    private const string Minimal = "{concurrency: 8, runtime_settings: {runtime: {}}}";

    [Test]
    public void Fills_in_what_may_be_absent()
    {
        var config = Read(Minimal).Value!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(config.Dataset, Is.Empty);
            Assert.That(config.LoadPattern, Is.EqualTo("concurrency"));
            Assert.That(config.StreamAllChunks, Is.True);
            Assert.That(config.MinDurationMs, Is.EqualTo(new System.Numerics.BigInteger(600_000)));
            Assert.That(config.NodesUsed, Is.Null);
            Assert.That(config.SteadyState, Is.Null);
            Assert.That(config.Warmup, Is.Null);
            Assert.That(config.IsOffline, Is.False);
        }
    }

    [Test]
    public void Notes_faults_in_the_order_of_the_book_whatever_the_order_of_the_file()
        => Assert.That(Faults("""
            {target_cohort: 1, nodes_used: [5, {}], steady_state: {state: {a: 1}, window: null, status: 1}, division: 1, warmup: {duration_s: -1}, runtime_settings: {warmup: {salt: 2}, load_pattern: {}}, dataset: null}
            """), Is.EqualTo((string[])
        [
            "concurrency missing",
            "dataset string_type",
            "runtime_settings.load_pattern string_type",
            "runtime_settings.runtime missing",
            "runtime_settings.warmup.salt bool_parsing",
            "warmup.duration_s greater_than_equal",
            "warmup.requests_issued missing",
            "warmup.requests_completed missing",
            "warmup.data_source missing",
            "warmup.concurrency missing",
            "division string_type",
            "steady_state.status string_type",
            "steady_state.window model_type",
            "steady_state.state.a string_type",
            "nodes_used.0 model_type",
            "nodes_used.1.system_node_ensemble_id missing",
            "nodes_used.1.nodes missing",
            "target_cohort string_type",
        ]));

    [TestCase("[]")]
    [TestCase("text")]
    [TestCase("7")]
    [TestCase("")]
    [TestCase("!!set {a, b}")]
    public void A_document_that_is_no_mapping_is_one_fault(string yaml)
        => Assert.That(Read(yaml).Problems.Select(problem => problem.Key), Is.EqualTo((string[])["not-a-mapping"]));

    [Test]
    public void A_document_that_cannot_be_read_has_no_faults_of_fields()
    {
        var reading = Read("a: [");

        Assert.That((reading.Problems.Count, reading.Value, reading.Document.Problem?.Kind), Is.EqualTo((0, (PointConfig?)null, (DocumentProblemKind?)DocumentProblemKind.Syntax)));
    }

    [TestCase("duration_s: 86400.0", ExpectedResult = "")]
    [TestCase("duration_s: 86400.1", ExpectedResult = "less_than_equal")]
    [TestCase("duration_s: -0.0", ExpectedResult = "")]
    [TestCase("duration_s: -0.1", ExpectedResult = "greater_than_equal")]
    [TestCase("duration_s: .nan", ExpectedResult = "less_than_equal")]
    [TestCase("data_source: ''", ExpectedResult = "string_too_short")]
    [TestCase("data_source: ' '", ExpectedResult = "")]
    [TestCase("requests_issued: 5", ExpectedResult = "")]
    [TestCase("requests_issued: 4", ExpectedResult = "warmup-completed-exceeds-issued")]
    [TestCase("requests_completed: -1", ExpectedResult = "greater_than_equal")]
    [TestCase("concurrency: 1", ExpectedResult = "")]
    [TestCase("concurrency: 0", ExpectedResult = "warmup-concurrency-zero")]
    [TestCase("concurrency: -1", ExpectedResult = "greater_than_equal")]
    [TestCase("concurrency: 0, requests_issued: 1", ExpectedResult = "warmup-completed-exceeds-issued")]
    [TestCase("concurrency: 0, requests_issued: 1, link_logs: 5", ExpectedResult = "string_type")]
    [TestCase("concurrency: 0, requests_issued: 0, requests_completed: 0, duration_s: 0", ExpectedResult = "")]
    [TestCase("concurrency: 0, requests_issued: 0, requests_completed: 0, duration_s: 0.1", ExpectedResult = "warmup-concurrency-zero")]
    [TestCase("initialization_steps: null", ExpectedResult = "list_type")]
    public string Judges_a_warmup(string change)
        => string.Join(' ', Read(
            "concurrency: 8\nruntime_settings: {runtime: {}}\nbase: &base {duration_s: 10.0, requests_issued: 9, requests_completed: 5, data_source: x, concurrency: 8}\nwarmup: {<<: *base, " + change + "}\n")
            .Problems.Select(problem => problem.Key));

    [Test]
    public void Old_names_of_seeds_fill_in_where_the_new_ones_are_null()
    {
        var seeds = Read("""
            {concurrency: 8, runtime_settings: {runtime: {scheduler_rng_seed: null, scheduler_random_seed: 1, sample_index_rng_seed: 2, dataloader_random_seed: 3, model_seed: 99999999999999999999}}}
            """).Value!.RuntimeSeeds;

        Assert.That((seeds.Scheduler, seeds.SampleIndex, seeds.Model), Is.EqualTo((
            (System.Numerics.BigInteger?)1, (System.Numerics.BigInteger?)2, (System.Numerics.BigInteger?)System.Numerics.BigInteger.Parse("99999999999999999999", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [TestCase("super_pass_start: 2, super_pass_end: 5", 4)]
    [TestCase("super_pass_start: 5, super_pass_end: 4", 0)]
    [TestCase("super_pass_start: 9, super_pass_end: 4", -4)]
    [TestCase("super_pass_start: 2", null)]
    [TestCase("super_pass_end: 2", null)]
    public void Counts_super_passes_where_both_ends_are_known(string window, int? passes)
        => Assert.That(Read("{concurrency: 8, runtime_settings: {runtime: {}}, steady_state: {window: {" + window + "}}}").Value!.SteadyState!.SuperPasses, Is.EqualTo((System.Numerics.BigInteger?)passes));

    [TestCase("{7: x, concurrency: 8, runtime_settings: {runtime: {}}}")]
    [TestCase("{concurrency: 8, runtime_settings: {on: x, runtime: {}}}")]
    [TestCase("{concurrency: 8, runtime_settings: {runtime: {null: x}}}")]
    [TestCase("{concurrency: 8, runtime_settings: {runtime: {}}, steady_state: {window: {1.5: x}}}")]
    public void Refuses_a_key_that_is_no_text_at_every_level(string yaml)
        => Assert.That(Read(yaml).Problems.Select(problem => problem.Key), Is.EqualTo((string[])["unworded-error"]));

    [Test]
    public void Ignores_unknown_fields_at_every_level()
        => Assert.That(Read("{x: 1, concurrency: 8, runtime_settings: {x: 1, runtime: {x: 1}, warmup: {x: 1}}, steady_state: {x: 1, window: {x: 1}}}").Problems, Is.Empty);

    private static IEnumerable<string> Faults(string yaml) => Read(yaml).Problems.Select(problem => $"{problem.Field} {problem.Key}");

    private static FileReading<PointConfig> Read(string yaml)
        => PointConfigReader.Read(DocumentReader.Read(Encoding.UTF8.GetBytes(yaml), SubmissionPath.Parse("point.yaml"), DocumentLanguage.Yaml));
}

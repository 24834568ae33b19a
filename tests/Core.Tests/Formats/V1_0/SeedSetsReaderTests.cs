using System.Numerics;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Formats.V1_0;

public sealed class SeedSetsReaderTests
{
    private const string Seeds = "scheduler_rng_seed: 1, sample_index_rng_seed: 2, model_seed: 3";

    [Test]
    public void The_bundled_list_is_the_published_one()
    {
        var registry = SeedSetsReader.Find(new FormatContext(new CheckerOptions())).Value!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(registry.Ids, Is.EqualTo(new[] { "A" }));
            Assert.That(registry.Find("A")!.SchedulerRngSeed, Is.EqualTo(BigInteger.Parse("10487924139932647040")));
            Assert.That(registry.Find("A")!.SampleIndexRngSeed, Is.EqualTo(BigInteger.Parse("586478644936801402")));
            Assert.That(registry.Find("A")!.ModelSeed, Is.EqualTo(BigInteger.Parse("9315206023656308754")));
            Assert.That(registry.Find("A")!.Window, Is.EqualTo(new[] { "2026-10-C1", "2026-11-C0", "2026-11-C1", "2026-12-C0" }));
        }
    }

    [TestCase("7", ExpectedResult = "7")]
    [TestCase("010", ExpectedResult = "8")]
    [TestCase("0x10", ExpectedResult = "16")]
    [TestCase("1:30", ExpectedResult = "90")]
    [TestCase("7.9", ExpectedResult = "7")]
    [TestCase("-7.9", ExpectedResult = "-7")]
    [TestCase("1.0e+20", ExpectedResult = "100000000000000000000")]
    [TestCase("true", ExpectedResult = "1")]
    [TestCase("' +7_0 '", ExpectedResult = "70")]
    [TestCase("'-٧'", ExpectedResult = "-7")]
    [TestCase("1180591620717411303424", ExpectedResult = "1180591620717411303424")]
    [TestCase("1e3", ExpectedResult = null)]
    [TestCase("'0x10'", ExpectedResult = null)]
    [TestCase("'7_'", ExpectedResult = null)]
    [TestCase("'7__0'", ExpectedResult = null)]
    [TestCase("'7.0'", ExpectedResult = null)]
    [TestCase("word", ExpectedResult = null)]
    [TestCase("null", ExpectedResult = null)]
    [TestCase(".nan", ExpectedResult = null)]
    [TestCase(".inf", ExpectedResult = null)]
    [TestCase("[1]", ExpectedResult = null)]
    [TestCase("2026-10-01", ExpectedResult = null)]
    public string? Converts_a_seed(string seed)
        => Read($"seed_sets: [{{id: A, scheduler_rng_seed: {seed}, sample_index_rng_seed: 2, model_seed: 3}}]").Value?.Find("A")!.SchedulerRngSeed.ToString();

    [Test]
    public void Refuses_a_seed_of_5000_digits()
    {
        var digits = new string('1', 5000);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read($"seed_sets: [{{id: A, scheduler_rng_seed: {digits}, sample_index_rng_seed: 2, model_seed: 3}}]").IsPresent, Is.False);
            Assert.That(Read($"seed_sets: [{{id: A, scheduler_rng_seed: '{digits}', sample_index_rng_seed: 2, model_seed: 3}}]").IsPresent, Is.False);
        }
    }

    [TestCase("cohort: {cohort-id: 2026-12-C1, seed_sets: [{id: A, " + Seeds + "}]}", ExpectedResult = "2026-12-C1 2027-01-C0 2027-01-C1 2027-02-C0")]
    [TestCase("cohort: {cohort-id: null, seed_sets: [{id: A, " + Seeds + "}]}", ExpectedResult = "")]
    [TestCase("cohort: {seed_sets: [{id: A, " + Seeds + "}]}", ExpectedResult = "")]
    [TestCase("cohort: null\nseed_sets: [{id: A, " + Seeds + "}]", ExpectedResult = "")]
    [TestCase("cohort: 2026-10-C1\nseed_sets: [{id: A, " + Seeds + "}]", ExpectedResult = "")]
    [TestCase("seed_sets: [{id: A, " + Seeds + ", cohorts: [x, 1, true, 2026-10-01, 1.5, 1.0e+15, 1.0e+16, -1.25e+16, 1.5e+17, 1.0e-5, null]}]", ExpectedResult = "x 1 True 2026-10-01 1.5 1000000000000000.0 1e+16 -1.25e+16 1.5e+17 1e-05 None")]
    [TestCase("seed_sets: [{id: A, " + Seeds + "}, {id: A, " + Seeds + ", cohorts: [late]}]", ExpectedResult = "late")]
    public string Tells_who_may_adopt(string yaml) => string.Join(' ', Read(yaml).Value!.Find("A")!.Window);

    [TestCase("")]
    [TestCase("# nothing")]
    [TestCase("[]")]
    [TestCase("text")]
    [TestCase("{}")]
    [TestCase("seed_sets:")]
    [TestCase("seed_sets: {}")]
    [TestCase("seed_sets: []")]
    [TestCase("seed_sets: [5]")]
    [TestCase("cohort: {}")]
    [TestCase("cohort: {}\nseed_sets: [{id: A, " + Seeds + "}]")]
    [TestCase("cohort: 2026-10-C1")]
    [TestCase("cohort: {cohort-id: '', seed_sets: [{id: A, " + Seeds + "}]}")]
    [TestCase("cohort: {cohort-id: 2026-13-C0, seed_sets: [{id: A, " + Seeds + "}]}")]
    [TestCase("cohort: {cohort-id: 2026-10-01, seed_sets: [{id: A, " + Seeds + "}]}")]
    [TestCase("cohort: {cohort-id: [2026-10-C1], seed_sets: [{id: A, " + Seeds + "}]}")]
    [TestCase("seed_sets: [{id: 1, " + Seeds + "}]")]
    [TestCase("seed_sets: [{id: yes, " + Seeds + "}]")]
    [TestCase("seed_sets: [{id: '', " + Seeds + "}]")]
    [TestCase("seed_sets: [{" + Seeds + "}]")]
    [TestCase("seed_sets: [{id: A, scheduler_rng_seed: 1, sample_index_rng_seed: 2}]")]
    [TestCase("seed_sets: [{id: A, " + Seeds + ", cohorts: 2026-10-C1}]")]
    [TestCase("seed_sets: [{id: A, " + Seeds + "}, x]")]
    [TestCase("seed_sets: [{id: A, " + Seeds + "}]\n---\nx")]
    [TestCase("seed_sets: [")]
    [TestCase("? [a]\n: b")]
    public void Refuses_the_whole_file(string yaml)
    {
        var sets = Read(yaml);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sets.IsPresent, Is.False);
            Assert.That(sets.Reason, Does.StartWith("sets.yaml"));
        }
    }

    private static Availability<SeedSetRegistry> Read(string yaml) => SeedSetsReader.Read("sets.yaml", Documents.Yaml(yaml));
}

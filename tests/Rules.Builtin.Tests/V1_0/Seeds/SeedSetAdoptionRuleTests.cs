using MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Seeds;

public sealed class SeedSetAdoptionRuleTests : PointRuleContract<SeedSetAdoptionRule>
{
    private const string Seeds = "scheduler_rng_seed: 1, sample_index_rng_seed: 2, model_seed: 3";

    protected override IEnumerable<SubmissionBuilder> FurtherCases => [WithoutCohorts(Flat())];

    [TestCase("2026-10-C0", ExpectedResult = "fail")]
    [TestCase("2026-10-C1", ExpectedResult = "pass")]
    [TestCase("2026-11-C0", ExpectedResult = "pass")]
    [TestCase("2026-12-C0", ExpectedResult = "pass")]
    [TestCase("2026-12-C1", ExpectedResult = "fail")]
    [TestCase("2026-10-C1 ", ExpectedResult = "fail")]
    [TestCase(null, ExpectedResult = "")]
    public string Judges_at_both_ends_of_the_window(string? cohort) => KeysAt(Config(8), WithConfig(8, "target_cohort", cohort));

    [TestCase("cohorts: [2026-10-C1]", ExpectedResult = "pass")]
    [TestCase("cohorts: [2026-09-C1]", ExpectedResult = "fail")]
    [TestCase("cohorts: null", ExpectedResult = "pass")]
    [TestCase("cohorts: []", ExpectedResult = "fail")]
    public string A_sets_own_cohorts_replace_the_window(string cohorts)
        => KeysAt(Config(8), Clean().WithSeedSets($"cohort:\n  cohort-id: 2026-10-C1\n  seed_sets:\n    - {{id: A, {Seeds}, {cohorts}}}\n    - {{id: B, {Seeds}}}\n"));

    [Test]
    public void An_unknown_set_is_not_judged() => Assert.That(KeysAt(Config(8), WithConfig(8, "seed_set", "B")), Is.Empty);

    [Test]
    public void Notes_once_a_curve_that_nothing_was_checked()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(Flat()).Select(result => $"{result.Key} {result.Path}"), Is.EqualTo(new[] { $"skipped-cohorts {Curve}" }));
            Assert.That(Check(WithoutCohorts(Flat())).Select(result => $"{result.Key} {result.Path}"), Is.EqualTo(new[] { $"skipped {Curve}" }));
        }
    }

    [Test]
    public void Says_nothing_without_the_list() => Assert.That(Check(Clean().WithSeedSets("none")), Is.Empty);

    private static SubmissionBuilder Flat() => Clean().WithSeedSets($"seed_sets: [{{id: A, {Seeds}}}]\n");

    private static SubmissionBuilder WithoutCohorts(SubmissionBuilder submission)
        => Concurrencies.Aggregate(submission, (changed, point) => changed.Unset(Config(point), "target_cohort"));
}

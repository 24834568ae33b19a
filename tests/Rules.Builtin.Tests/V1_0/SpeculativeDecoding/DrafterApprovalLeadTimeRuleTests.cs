using MlPerf.Endpoints.Rules.Builtin.V1_0.SpeculativeDecoding;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.SpeculativeDecoding;

public sealed class DrafterApprovalLeadTimeRuleTests : PointRuleContract<DrafterApprovalLeadTimeRule>
{
    [TestCase("2026-09-C1", "2026-10-C0", ExpectedResult = "fail")]
    [TestCase("2026-09-C1", "2026-10-C1", ExpectedResult = "pass")]
    [TestCase("2026-12-C0", "2026-12-C1", ExpectedResult = "fail")]
    [TestCase("2026-12-C0", "2027-01-C0", ExpectedResult = "pass")]
    [TestCase("2026-09-C1", " 2026-10-C1 ", ExpectedResult = "pass")]
    [TestCase("2026-09-C1", "2026-13-C0", ExpectedResult = "warn")]
    [TestCase("2026-09-C1", null, ExpectedResult = "warn")]
    [TestCase("spring", "2026-10-C1", ExpectedResult = "warn")]
    [TestCase(null, "2026-10-C1", ExpectedResult = "warn")]
    public string Judges_at_two_cohorts(string? approved, string? target) => KeysAt(Config(8), With(Entry(approved), target));

    [TestCase("2026-10-C1", "2026-01-C0", ExpectedResult = "fail")]
    [TestCase("2026-01-C0", "2026-10-C1", ExpectedResult = "pass")]
    public string The_first_entry_that_matches_counts(string first, string second) => KeysAt(Config(8), With(Entry(first) + Entry(second), "2026-10-C1"));

    [Test]
    public void Names_the_first_cohort_that_may_use_it()
    {
        var result = At(Config(8), With(Entry("2026-09-C1"), "2026-09-C1")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.Contain("2026-10-C1"));
            Assert.That(result.Fix, Does.Contain("2026-10-C1"));
            Assert.That(result.Pointer, Is.EqualTo("/target_cohort"));
        }
    }

    [Test]
    public void Says_nothing_of_an_unapproved_drafter_or_without_the_list()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(With(Entry("2026-09-C1"), "2026-10-C1").Set(Config(8), "speculative_decoding.weight_checksum", "x")), Is.Empty);
            Assert.That(Check(With(Entry("2026-09-C1"), "2026-10-C1").WithApprovedDrafters("none")), Is.Empty);
        }
    }

    private static string Entry(string? approved)
        => $"  - benchmark: llama3_1-8b\n    weight_checksum: w\n{(approved is null ? "" : $"    approved_cohort: {approved}\n")}";

    private static SubmissionBuilder With(string entries, string? target)
        => WithConfig(8, "speculative_decoding.weight_checksum", "w").Set(Config(8), "target_cohort", target).WithApprovedDrafters($"drafters:\n{entries}");
}

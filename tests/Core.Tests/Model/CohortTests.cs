using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

public sealed class CohortTests
{
    [TestCase("2026-10-C0", ExpectedResult = "2026-10-C0")]
    [TestCase(" 2026-10-C1\t", ExpectedResult = "2026-10-C1")]
    [TestCase("\u001c2026-10-C1\u001f", ExpectedResult = "2026-10-C1")]
    [TestCase("٢٠٢٦-١٠-C1", ExpectedResult = "2026-10-C1")]
    [TestCase("𝟐𝟎𝟐𝟔-10-C1", ExpectedResult = "2026-10-C1")]
    [TestCase("0000-01-C0", ExpectedResult = "0000-01-C0")]
    [TestCase("2026-13-C0", ExpectedResult = null)]
    [TestCase("2026-00-C0", ExpectedResult = null)]
    [TestCase("2026-10-C2", ExpectedResult = null)]
    [TestCase("2026-10-C١", ExpectedResult = null)]
    [TestCase("2026-10-c1", ExpectedResult = null)]
    [TestCase("2026-1-C1", ExpectedResult = null)]
    [TestCase("02026-10-C1", ExpectedResult = null)]
    [TestCase("2026-10-C10", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    [TestCase(null, ExpectedResult = null)]
    public string? Reads(string? text) => Cohort.TryParse(text, out var cohort) ? cohort.ToString() : null;

    [TestCase("2026-10-C0", ExpectedResult = "2026-10-C1")]
    [TestCase("2026-10-C1", ExpectedResult = "2026-11-C0")]
    [TestCase("2026-12-C1", ExpectedResult = "2027-01-C0")]
    public string Is_followed_by(string text) => Parse(text).Next.ToString();

    [Test]
    public void Counts_on_over_the_turn_of_the_year()
        => Assert.That(
            Enumerable.Range(0, 4).Select(later => Parse("2026-11-C1").After(later).ToString()),
            Is.EqualTo(new[] { "2026-11-C1", "2026-12-C0", "2026-12-C1", "2027-01-C0" }));

    [Test]
    public void Orders_by_time()
    {
        string[] ascending = ["2025-12-C1", "2026-01-C0", "2026-01-C1", "2026-02-C0", "2027-01-C0"];

        Assert.That(ascending.Reverse().Select(Parse).Order().Select(cohort => cohort.ToString()), Is.EqualTo(ascending));
    }

    [Test]
    public void Goes_on_after_the_last_year_that_can_be_written() => Assert.That(Parse("9999-12-C1").Next.Year, Is.EqualTo(10_000));

    private static Cohort Parse(string text) => Cohort.TryParse(text, out var cohort) ? cohort : throw new FormatException(text);
}

using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

public sealed class CohortTests
{
    [TestCase("2026-10-C1", ExpectedResult = "2026-10-C1")]
    [TestCase(" 2026-10-C0\u3000", ExpectedResult = "2026-10-C0")]
    [TestCase("\uff12\uff10\uff12\uff16-10-C1", ExpectedResult = "2026-10-C1")]
    [TestCase("0000-01-C0", ExpectedResult = "0000-01-C0")]
    [TestCase("9999-12-C1", ExpectedResult = "9999-12-C1")]
    [TestCase("2026-00-C0", ExpectedResult = null)]
    [TestCase("2026-13-C0", ExpectedResult = null)]
    [TestCase("2026-10-C2", ExpectedResult = null)]
    [TestCase("2026-10-c1", ExpectedResult = null)]
    [TestCase("2026-10-C\uff11", ExpectedResult = null)]
    [TestCase("2026-10-01", ExpectedResult = null)]
    [TestCase("2026-10-C", ExpectedResult = null)]
    [TestCase("2026-10-C11", ExpectedResult = null)]
    [TestCase("26-10-C1", ExpectedResult = null)]
    [TestCase("\u200b2026-10-C1", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    [TestCase(null, ExpectedResult = null)]
    public string? Reads(string? text) => Cohort.Parse(text)?.ToString();

    [TestCase("2026-10-C0", ExpectedResult = "2026-10-C1")]
    [TestCase("2026-10-C1", ExpectedResult = "2026-11-C0")]
    [TestCase("2026-12-C1", ExpectedResult = "2027-01-C0")]
    public string Goes_on_to_the_next(string text) => Parse(text).Next.ToString();

    [TestCase("2026-11-C1", ExpectedResult = "2026-11-C1 2026-12-C0 2026-12-C1 2027-01-C0")]
    [TestCase("2026-12-C1", ExpectedResult = "2026-12-C1 2027-01-C0 2027-01-C1 2027-02-C0")]
    public string Lists_who_may_adopt(string text) => string.Join(' ', Parse(text).AdoptionWindow);

    [Test]
    public void Orders_by_year_month_and_index()
    {
        var (early, late) = (Parse("2026-12-C1"), Parse("2027-01-C0"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early < late && early <= late && late > early && late >= early, Is.True);
            Assert.That(early.CompareTo(late), Is.Negative);
            Assert.That((late.Year, late.Month, late.Index), Is.EqualTo((2027, 1, 0)));
        }
    }

    private static Cohort Parse(string text) => Cohort.Parse(text)!.Value;
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class TargetCohortRuleTests : PointRuleContract<TargetCohortRule>
{
    [TestCase("2026-10-C0", ExpectedResult = "pass")]
    [TestCase("2026-10-C1", ExpectedResult = "pass")]
    [TestCase("2026-13-C1", ExpectedResult = "pass")]
    [TestCase("0000-00-C0", ExpectedResult = "pass")]
    [TestCase("٢٠٢٦-١٠-C1", ExpectedResult = "pass")]
    [TestCase("𝟐𝟎𝟐𝟔-𝟏𝟎-C1", ExpectedResult = "pass")]
    [TestCase("2026-10-C2", ExpectedResult = "fail")]
    [TestCase("2026-10-C١", ExpectedResult = "fail")]
    [TestCase("2026-10-c1", ExpectedResult = "fail")]
    [TestCase("2026-1-C1", ExpectedResult = "fail")]
    [TestCase("2026-10-C1 ", ExpectedResult = "fail")]
    [TestCase("2026-10-C1\n", ExpectedResult = "fail")]
    [TestCase("2026-10-C", ExpectedResult = "fail")]
    [TestCase("²026-10-C1", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    [TestCase(null, ExpectedResult = "")]
    public string Judges_the_form(string? cohort) => KeysAt(Config(8), WithConfig(8, "target_cohort", cohort));
}

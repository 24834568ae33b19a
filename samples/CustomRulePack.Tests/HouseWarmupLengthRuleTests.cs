using Acme.HouseRules.Rules;
using MlPerf.Endpoints.Testing;
using MlPerf.Endpoints.Testing.Building;

namespace Acme.HouseRules.Tests;

public sealed class HouseWarmupLengthRuleTests : RuleContract<HouseWarmupLengthRule>
{
    private const string Point = "results/acme_a8/llama3_1-8b/r8/point.yaml";

    [TestCase(30, ExpectedResult = "pass")]
    [TestCase(29.9, ExpectedResult = "short")]
    public string Judges_at_half_a_minute(double durationS)
        => Check(SubmissionBuilder.V1_0().Set(Point, "warmup.duration_s", durationS)).Single(result => result.Path == Point).Key;

    [Test]
    public void Does_not_apply_without_a_warmup()
    {
        var submission = SubmissionBuilder.V1_0().Set(Point, "warmup", null);

        Assert.That(Report(submission).NotApplicable.Select(item => item.Reason), Does.Contain("the point has no warmup"));
    }
}

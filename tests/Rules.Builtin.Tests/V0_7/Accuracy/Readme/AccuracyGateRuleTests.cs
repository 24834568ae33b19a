using MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Readme;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Accuracy.Readme;

public sealed class AccuracyGateRuleTests : BuiltinRuleContract<AccuracyGateRule>
{
    [TestCase(44.0, true, ExpectedResult = "pass")]
    [TestCase(43.999, false, ExpectedResult = "fail")]
    [TestCase(43.999, true, ExpectedResult = null)]
    [TestCase(double.NaN, false, ExpectedResult = "fail")]
    public string? Believes_a_flag_that_does_not_contradict_the_score(double score, bool passed) => Check(With(score, passed)).SingleOrDefault()?.Key;

    [Test]
    public void Says_that_a_contradiction_hides_it()
        => Assert.That(Report(With(40, true)).NotApplicable.Single().Reason, Is.EqualTo("the accuracy file contradicts itself"));

    private SubmissionBuilder With(double score, bool passed) => ReadmeSample.Clean()
        .Set(ReadmeSample.Accuracy, "score", score).Set(ReadmeSample.Accuracy, "quality_target", 44.0).Set(ReadmeSample.Accuracy, "passed", passed);
}

using MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Readme;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Accuracy.Readme;

public sealed class AccuracyConsistencyRuleTests : BuiltinRuleContract<AccuracyConsistencyRule>
{
    [TestCase(44.0, true, ExpectedResult = "pass")]
    [TestCase(44.0, false, ExpectedResult = "fail")]
    [TestCase(43.999, false, ExpectedResult = "pass")]
    [TestCase(43.999, true, ExpectedResult = "fail")]
    [TestCase(double.NaN, false, ExpectedResult = "pass")]
    [TestCase(double.NaN, true, ExpectedResult = "fail")]
    public string Holds_the_flag_against_score_and_target(double score, bool passed) => Check(With(score, passed)).Single().Key;

    [Test]
    public void Names_score_target_and_what_the_flag_should_say()
        => Assert.That(Check(With(40, true)).Single().Message, Is.EqualTo("passed is true, but rouge1 40 against the target 44 means false"));

    private SubmissionBuilder With(double score, bool passed) => ReadmeSample.Clean()
        .Set(ReadmeSample.Accuracy, "score", score).Set(ReadmeSample.Accuracy, "quality_target", 44.0).Set(ReadmeSample.Accuracy, "passed", passed);
}

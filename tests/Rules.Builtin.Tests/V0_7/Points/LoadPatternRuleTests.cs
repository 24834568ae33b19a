using MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Points;

public sealed class LoadPatternRuleTests : BuiltinRuleContract<LoadPatternRule>
{
    [TestCase("concurrency", ExpectedResult = "pass")]
    [TestCase("Concurrency", ExpectedResult = "fail")]
    [TestCase("poisson", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    public string Takes_one_word(string pattern)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Point(8), "runtime_settings.load_pattern", pattern)).Single(result => result.Path == ReleaseSample.Point(8)).Key;

    [TestCase(1, ExpectedResult = "pass")]
    [TestCase(0, ExpectedResult = "fail-2")]
    [TestCase(-1, ExpectedResult = "fail-2")]
    public string Asks_for_a_positive_concurrency(int concurrency)
        => Check(ReleaseSample.WithConcurrency(concurrency)).Single(result => result.Path == ReleaseSample.Point(256)).Key;

    [Test]
    public void Gives_one_result_where_both_are_wrong()
        => Assert.That(
            Check(ReleaseSample.WithConcurrency(0).Set(ReleaseSample.Point(256), "runtime_settings.load_pattern", "burst")).Where(result => result.Key != "pass").Select(result => result.Key),
            Is.EqualTo((string[])["fail"]));

    [Test]
    public void Takes_an_absent_field_for_the_word()
        => Assert.That(Check(ReadmeSample.Clean().Unset(ReadmeSample.Point(4), "runtime_settings")).Select(result => result.Key), Is.All.EqualTo("pass"));
}

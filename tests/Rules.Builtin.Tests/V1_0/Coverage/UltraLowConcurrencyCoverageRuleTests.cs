using MlPerf.Endpoints.Rules.Builtin.V1_0.Coverage;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Coverage;

public sealed class UltraLowConcurrencyCoverageRuleTests : PointRuleContract<UltraLowConcurrencyCoverageRule>
{
    private static SubmissionBuilder WithLowest(int concurrency) => Clean().Remove(Folder(8)).Set(Config(12), "concurrency", concurrency);

    [TestCase(1, ExpectedResult = "pass")]
    [TestCase(32, ExpectedResult = "pass")]
    [TestCase(33, ExpectedResult = "fail")]
    public string Ends_at_32(int lowest) => KeysAt(Curve, WithLowest(lowest));

    [Test]
    public void Is_judged_without_regions_too() => Assert.That(KeysAt(Curve, WithLowest(40).Set(Description(48), "max_supported_concurrency", "many")), Is.EqualTo("fail"));

    [Test]
    public void Ends_at_a_declared_C_min()
    {
        var submission = Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Description(point), "c_min_override", 12));

        Assert.That(At(Curve, submission).Single().Message, Does.Contain("(1–12)").And.EndWith("8, 12"));
    }

    [Test]
    public void Names_the_lowest() => Assert.That(At(Curve, WithLowest(40)).Single().Message, Does.EndWith("the lowest concurrency is 40"));
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Coverage;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Coverage;

public sealed class LowConcurrencyCoverageRuleTests : PointRuleContract<LowConcurrencyCoverageRule>
{
    [TestCase(9, ExpectedResult = "pass")]
    [TestCase(16, ExpectedResult = "pass")]
    [TestCase(8, ExpectedResult = "fail")]
    [TestCase(17, ExpectedResult = "fail")]
    public string Includes_both_ends(int concurrency) => KeysAt(Curve, Only(concurrency));

    [Test]
    public void Names_the_bounds() => Assert.That(At(Curve, Only(17)).Single().Message, Does.Contain("(9–16)"));

    [Test]
    public void An_unusable_point_counts() => Assert.That(KeysAt(Curve, Only(17).AddFolder(Folder(9))), Is.EqualTo("pass"));

    [Test]
    public void Says_nothing_without_regions() => Assert.That(Check(Clean().Set(Description(8), "max_supported_concurrency", 20)), Is.Empty);

    // A curve from 8 on whose one other point is measured at a concurrency of the test's choice.
    private static SubmissionBuilder Only(int concurrency)
        => Concurrencies[2..].Aggregate(Clean(), (submission, point) => submission.Remove(Folder(point))).Set(Config(12), "concurrency", concurrency);
}

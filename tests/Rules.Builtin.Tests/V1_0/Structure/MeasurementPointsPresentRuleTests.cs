using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class MeasurementPointsPresentRuleTests : PointRuleContract<MeasurementPointsPresentRule>
{
    [Test]
    public void Reports_each_point_without_a_file_at_that_file()
        => Assert.That(
            Check(Clean().Remove(Config(8)).Remove(Config(256))).Select(result => $"{result.Path} {result.Key}"),
            Is.EqualTo(new[] { $"{Config(8)} fail-2", $"{Config(256)} fail-2" }));

    [Test]
    public void Is_content_with_one_usable_point()
        => Assert.That(Check(Concurrencies[..^1].Aggregate(Clean(), (submission, point) => submission.Write(Config(point), "{}"))), Is.Empty);

    [Test]
    public void Says_once_that_no_point_can_be_used()
        => Assert.That(KeysAt(Curve, Concurrencies.Aggregate(Clean(), (submission, point) => submission.Write(Config(point), "{}"))), Is.EqualTo("fail"));
}

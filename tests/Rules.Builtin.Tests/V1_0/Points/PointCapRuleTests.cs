using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class PointCapRuleTests : PointRuleContract<PointCapRule>
{
    [TestCase(32, ExpectedResult = "")]
    [TestCase(33, ExpectedResult = "fail")]
    public string Allows_thirty_two_points(int points) => KeysAt(Curve, Clean().WithPoints(points));

    [Test]
    public void Counts_empty_folders_and_the_Offline_point()
        => Assert.That(KeysAt(Curve, Clean().WithPoints(32).Set(Config(512), "offline", "dedicated").AddFolder(Folder(9000))), Is.EqualTo("fail"));

    [Test]
    public void Names_the_excess()
        => Assert.That(At(Curve, Clean().WithPoints(34)).Single().Fix, Does.StartWith("Take 2 point folders"));
}

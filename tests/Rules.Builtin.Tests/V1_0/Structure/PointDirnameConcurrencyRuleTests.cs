using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class PointDirnameConcurrencyRuleTests : PointRuleContract<PointDirnameConcurrencyRule>
{
    [TestCase(8, ExpectedResult = "")]
    [TestCase(9, ExpectedResult = "warn")]
    [TestCase(-8, ExpectedResult = "warn")]
    public string Compares_the_number_in_the_name(int concurrency) => KeysAt(Config(8), WithConfig(8, "concurrency", concurrency));

    [Test]
    public void Leading_zeros_do_not_matter()
        => Assert.That(KeysAt($"{Curve}/r008/point.yaml", Clean().Copy(Folder(8), $"{Curve}/r008")), Is.Empty);

    [Test]
    public void Points_at_the_declared_concurrency()
    {
        var result = At(Config(8), WithConfig(8, "concurrency", 9)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Pointer, Is.EqualTo("/concurrency"));
            Assert.That(result.Message, Does.Contain("r8").And.Contain("9"));
        }
    }
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class ConfigFilePresentRuleTests : PointRuleContract<ConfigFilePresentRule>
{
    [TestCase("{}", ExpectedResult = "")]
    [TestCase("{\"a\": 1}", ExpectedResult = "")]
    [TestCase("1: x", ExpectedResult = "")]
    [TestCase("", ExpectedResult = "invalid")]
    [TestCase("# only a comment", ExpectedResult = "invalid")]
    [TestCase("- a", ExpectedResult = "invalid")]
    [TestCase("a: 1\n---\nb: 2", ExpectedResult = "invalid")]
    [TestCase("a: [", ExpectedResult = "invalid")]
    public string Asks_for_one_mapping(string yaml) => KeysAt($"{Folder(8)}/config.yaml", Clean().Write($"{Folder(8)}/config.yaml", yaml));

    [Test]
    public void A_folder_is_as_good_as_nothing()
        => Assert.That(KeysAt($"{Folder(8)}/config.yaml", Clean().Remove($"{Folder(8)}/config.yaml").AddFolder($"{Folder(8)}/config.yaml")), Is.EqualTo("fail"));

    [Test]
    public void Points_at_the_fault()
    {
        var result = At($"{Folder(8)}/config.yaml", Clean().Write($"{Folder(8)}/config.yaml", "name: x\n\tb: 2\n")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.File, Is.EqualTo($"{Folder(8)}/config.yaml"));
            Assert.That(result.Line, Is.EqualTo(2));
        }
    }
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class OfflineDeclaredRuleTests : PointRuleContract<OfflineDeclaredRule>
{
    [TestCase("dedicated", ExpectedResult = "pass")]
    [TestCase("elected", ExpectedResult = "pass")]
    [TestCase("none", ExpectedResult = "pass")]
    [TestCase("Elected", ExpectedResult = "fail")]
    [TestCase(" elected", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    [TestCase(null, ExpectedResult = "")]
    public string Knows_three_words(string? word) => KeysAt(Config(8), WithConfig(8, "offline", word));

    [Test]
    public void Points_at_the_word_and_names_those_that_count()
    {
        var result = At(Config(8), WithConfig(8, "offline: Elected")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.File, Is.EqualTo(Config(8)));
            Assert.That(result.Pointer, Is.EqualTo("/offline"));
            Assert.That(result.Line, Is.GreaterThan(1));
            Assert.That(result.Message, Does.Contain("Elected").And.Contain("dedicated, elected, none"));
        }
    }
}

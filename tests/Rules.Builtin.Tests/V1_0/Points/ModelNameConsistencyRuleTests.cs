using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class ModelNameConsistencyRuleTests : PointRuleContract<ModelNameConsistencyRule>
{
    [TestCase("llama3_1-8b", ExpectedResult = "pass")]
    [TestCase("Llama3_1-8b", ExpectedResult = "fail")]
    [TestCase("llama3_1-8b ", ExpectedResult = "fail")]
    [TestCase(" ", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "warn")]
    [TestCase(null, ExpectedResult = "warn")]
    public string Compares_exactly(string? name) => KeysAt(Curve, Named(name));

    [Test]
    public void Lets_the_first_name_speak()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Curve, WithConfig(8, "model_name", "gpt-oss-120b")), Is.EqualTo("fail"));
            Assert.That(KeysAt(Curve, WithConfig(12, "model_name", "gpt-oss-120b")), Is.EqualTo("pass"));
            Assert.That(KeysAt(Curve, WithConfig(8, "model_name", "").Set(Config(12), "model_name", "gpt-oss-120b")), Is.EqualTo("fail"));
        }
    }

    [Test]
    public void Warns_where_no_point_could_be_read()
        => Assert.That(KeysAt(Curve, Concurrencies.Aggregate(Clean(), (submission, point) => submission.Remove(Config(point)))), Is.EqualTo("warn"));

    private static SubmissionBuilder Named(string? name) => Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Config(point), "model_name", name));
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class ConfigConsistencyModelRuleTests : PointRuleContract<ConfigConsistencyModelRule>
{
    [TestCase("llama3_1-8b", ExpectedResult = "pass")]
    [TestCase("Llama3_1-8b", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "pass")]
    [TestCase(null, ExpectedResult = "pass")]
    public string Compares_the_names_that_are_given(string? name) => KeysAt(Curve, WithConfig(48, "model_name", name));

    [Test]
    public void Asks_points_without_a_summary_too()
        => Assert.That(KeysAt(Curve, WithConfig(48, "model_name", "other").Remove(Summary(48))), Is.EqualTo("fail"));

    [Test]
    public void Says_nothing_where_no_name_is_given()
        => Assert.That(KeysAt(Curve, Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Config(point), "model_name", ""))), Is.Empty);

    [Test]
    public void Points_at_the_first_name_that_differs()
    {
        var result = At(Curve, WithConfig(48, "model_name", "other")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.File, result.Pointer), Is.EqualTo((Config(48), "/model_name")));
            Assert.That(result.Message, Does.EndWith("llama3_1-8b, other"));
        }
    }
}

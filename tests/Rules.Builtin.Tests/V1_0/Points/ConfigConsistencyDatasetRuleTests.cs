using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class ConfigConsistencyDatasetRuleTests : PointRuleContract<ConfigConsistencyDatasetRule>
{
    [TestCase("cnn_dailymail", ExpectedResult = "pass")]
    [TestCase("CNN_DailyMail", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    public string Compares_exactly_and_takes_nothing_for_a_name(string dataset) => KeysAt(Curve, WithConfig(48, "dataset", dataset));

    [Test]
    public void Takes_an_absent_field_for_the_empty_name()
        => Assert.That(KeysAt(Curve, Clean().Unset(Config(48), "dataset")), Is.EqualTo("fail"));

    [Test]
    public void Gives_points_without_a_summary_no_vote()
        => Assert.That(KeysAt(Curve, WithConfig(48, "dataset", "other").Remove(Summary(48))), Is.EqualTo("pass"));

    [Test]
    public void Says_nothing_where_nothing_was_measured()
        => Assert.That(KeysAt(Curve, Concurrencies.Aggregate(Clean(), (submission, point) => submission.Remove(Summary(point)))), Is.Empty);
}

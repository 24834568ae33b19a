using MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.SystemDescription;

public sealed class TpsUtilizationRuleTests : PointRuleContract<TpsUtilizationRule>
{
    // The sample's throughput at 512 is 16,000 tokens per second.
    [TestCase(0.9, ExpectedResult = "pass")]
    [TestCase(0.89, ExpectedResult = "fail")]
    [TestCase(1.1, ExpectedResult = "fail")]
    [TestCase(double.NaN, ExpectedResult = "fail")]
    [TestCase(100, ExpectedResult = "fail")]
    public string Allows_a_tenth(double utilization) => KeysAt(Description(512), Clean().Set(Description(512), "tps_utilization", utilization));

    [TestCase("true")]
    [TestCase("\"0.05\"")]
    [TestCase("null")]
    [TestCase("[0.05]")]
    public void Leaves_out_what_is_no_number(string value)
        => Assert.That(KeysAt(Description(8), Clean().Merge(Description(8), """{"tps_utilization": null}""").Merge(Description(8), $$"""{"tps_utilization": {{value}}}""")), Is.Empty);

    [Test]
    public void A_point_that_is_left_out_counts_for_the_maximum_neither()
    {
        var results = Check(Clean().Unset(Description(512), "tps_utilization"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results, Has.Count.EqualTo(6));
            Assert.That(results.Single(result => result.Path == Description(384)).Values["expected"], Is.EqualTo(1.0));
        }
    }

    [Test]
    public void A_summary_with_faults_counts() => Assert.That(KeysAt(Description(512), WithSummary(512, "n_samples_completed", "many")), Is.EqualTo("pass"));

    [Test]
    public void A_point_without_configuration_counts() => Assert.That(KeysAt(Description(512), Clean().Remove(Config(512))), Is.EqualTo("pass"));

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("1e-320")]
    public void Leaves_out_a_run_without_length(string duration)
        => Assert.That(KeysAt(Description(512), WithSummary(512, $$"""{"duration_ns": {{duration}}}""")), Is.Empty);

    [Test]
    public void A_length_that_is_not_a_number_spoils_its_point()
        => Assert.That(Check(WithSummary(48, """{"duration_ns": NaN}""")).Where(result => result.Key == "fail").Select(result => result.Path), Is.EqualTo(new[] { Description(48) }));

    [Test]
    public void And_all_of_them_where_it_stands_first()
        => Assert.That(Check(WithSummary(8, """{"duration_ns": NaN}""")).Select(result => result.Key), Is.All.EqualTo("fail"));

    [Test]
    public void Leaves_out_an_integer_beyond_a_double()
        => Assert.That(Check(WithSummary(48, $$"""{"duration_ns": 1{{new string('0', 400)}}}""")), Has.Count.EqualTo(6));
}

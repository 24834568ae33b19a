using System.Numerics;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Power;
using static MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power.PowerSubmissions;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power;

public sealed class MetricConsistencyTpsPerKwRuleTests : PointRuleContract<MetricConsistencyTpsPerKwRule>
{
    // 900 tokens/s over 18 kW are 50.
    [TestCase(50.5, ExpectedResult = "pass")]
    [TestCase(50.5001, ExpectedResult = "fail")]
    [TestCase(49.5, ExpectedResult = "pass")]
    [TestCase(49.4999, ExpectedResult = "fail")]
    [TestCase(-50.0, ExpectedResult = "fail")]
    [TestCase(double.NaN, ExpectedResult = "pass")]
    [TestCase(double.PositiveInfinity, ExpectedResult = "fail")]
    public string Judges_at_one_percent(double stored) => KeysAt(Summary(8), WithSummary(8, "system_tps_per_kw", stored));

    [Test]
    public void Compares_numbers_only()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Summary(8), WithSummary(8, "system_tps_per_kw", "5")), Is.EqualTo("pass"));
            Assert.That(KeysAt(Summary(8), WithSummary(8, "system_tps_per_kw", true)), Is.EqualTo("pass"));
            Assert.That(KeysAt(Summary(8), WithSummary(8, "system_tps_per_kw", null)), Is.EqualTo("pass"));
            Assert.That(KeysAt(Summary(8), WithSummary(8, "system_tps_per_kw", 50)), Is.EqualTo("pass"));
            Assert.That(KeysAt(Summary(8), WithSummary(8, "system_tps_per_kw", 51)), Is.EqualTo("fail"));
            Assert.That(KeysAt(Summary(8), WithSummary(8, "system_tps_per_kw", BigInteger.Pow(10, 400))), Is.EqualTo("fail"), "beyond a double, where the reference falls over");
        }
    }

    [Test]
    public void Divides_by_the_engaged_nodes()
    {
        // Three of four nodes of 18 kW and of a switch of 1 kW: 54 + 0.75 kW.
        var submission = FourNodes().Merge(Config(8), "nodes_used: [{system_node_ensemble_id: 0, nodes: 3}]").Set(Description(8), "data_parallel", 6);
        var result = At(Summary(8), submission).Single();

        Assert.That(result.Message, Does.Contain("54.75 kW").And.Contain("engaged nodes"));
    }

    [TestCase(3, ExpectedResult = "")]
    [TestCase(5, ExpectedResult = "")]
    [TestCase(4, ExpectedResult = "pass")]
    public string Does_not_judge_where_nodes_used_is_wrong(int nodes)
        => KeysAt(Summary(8), FourNodes().Merge(Config(8), $"nodes_used: [{{system_node_ensemble_id: 0, nodes: {nodes}}}]"));

    [TestCase("""{"value_w": 0, "source_type": "vendor_spec", "source": "https://acme.example.org/spec"}""", ExpectedResult = "")]
    [TestCase("""{"value_w": 4, "source_type": "vendor_spec", "source": "https://acme.example.org/spec"}""", ExpectedResult = "", Description = "rounds to 0 kW")]
    [TestCase("""{"value_w": 6, "source_type": "vendor_spec", "source": "https://acme.example.org/spec"}""", ExpectedResult = "fail")]
    [TestCase("""{"value_kw": 9, "source_type": "vendor_spec", "source": "https://acme.example.org/spec"}""", ExpectedResult = "fail")]
    public string Does_not_divide_by_nothing(string declared)
        => KeysAt(Summary(8), With($$"""{"declared_provisioned_power": {{declared}}}""").Set(Summary(8), "system_tps_per_kw", 50.0));

    [Test]
    public void Says_nothing_without_power_or_tokens()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(WithSummary(8, "system_tps_per_kw", 1.0).Remove(PowerFile)), Is.Empty);
            Assert.That(KeysAt(Summary(8), WithSummary(8, "system_tps_per_kw", 1.0).Set(Summary(8), "output_sequence_lengths.total", double.NaN)), Is.Empty);
        }
    }
}

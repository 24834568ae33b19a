using MlPerf.Endpoints.Rules.Builtin.V1_0.Power;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power;

public sealed class MaximalEngagementRuleTests : PointRuleContract<MaximalEngagementRule>
{
    [TestCase(7, ExpectedResult = "fail-3")]
    [TestCase(8, ExpectedResult = "pass")]
    [TestCase(9, ExpectedResult = "fail-2")]
    [TestCase(0, ExpectedResult = "fail")]
    public string Judges_at_the_formula(int replicas) => KeysAt(Config(8), Clean().Set(Description(8), "data_parallel", replicas));

    [TestCase(3, 2, ExpectedResult = "pass")]
    [TestCase(3, 3, ExpectedResult = "fail-2")]
    [TestCase(3, 1, ExpectedResult = "fail-3")]
    [TestCase(16, 1, ExpectedResult = "fail-2")]
    [TestCase(0, 1, ExpectedResult = "fail")]
    public string Rounds_the_formula_down(int perReplica, int replicas)
        => KeysAt(Config(8), Clean().Set(Description(8), "tensor_parallel", perReplica).Set(Description(8), "data_parallel", replicas));

    [TestCase(4, 8, ExpectedResult = "warn-5")]
    [TestCase(3, 8, ExpectedResult = "fail-4")]
    [TestCase(4, 7, ExpectedResult = "fail-4")]
    public string Holds_a_shortfall_against_the_point(int actual, int formula)
        => KeysAt(Config(8), Short(4, actual, formula));

    [TestCase(8, ExpectedResult = "shortfall-unneeded")]
    [TestCase(9, ExpectedResult = "fail-2")]
    public string A_shortfall_excuses_nothing_else(int replicas) => KeysAt(Config(8), Short(replicas, 4, 8));

    [Test]
    public void Two_negative_factors_pass()
        => Assert.That(KeysAt(Config(8), Clean().Merge(Description(8), """{"tensor_parallel": -2, "pipeline_parallel": -1, "data_parallel": 4}""")), Is.EqualTo("pass"));

    [TestCase("""{"data_parallel": "8"}""", ExpectedResult = "fail-3", Description = "text is not seen")]
    [TestCase("""{"data_parallel": 8.0}""", ExpectedResult = "fail-3", Description = "a double is not seen")]
    [TestCase("""{"data_parallel": true}""", ExpectedResult = "fail-3", Description = "a boolean is not seen")]
    [TestCase("""{"disaggregated": true}""", ExpectedResult = "warn-2")]
    [TestCase("""{"disaggregated": 2}""", ExpectedResult = "warn-2")]
    [TestCase("""{"disaggregated": 1}""", ExpectedResult = "pass")]
    [TestCase("""{"disaggregated": "true"}""", ExpectedResult = "pass")]
    public string Reads_the_description_as_it_stands(string json) => KeysAt(Config(8), Clean().Merge(Description(8), json));

    [TestCase("""{"config_summary": {"data_parallel": 8}}""", ExpectedResult = "pass")]
    [TestCase("""{"config_summary": {"data_parallel": 8}, "data_parallel": null}""", ExpectedResult = "warn", Description = "a null hides the summary")]
    [TestCase("""{"config_summary": "DP 8"}""", ExpectedResult = "warn")]
    public string Falls_back_on_the_summary(string json) => KeysAt(Config(8), Clean().Write(Description(8), json));

    [Test]
    public void A_description_that_cannot_be_read_states_nothing()
    {
        var result = At(Config(8), Clean().Remove(Description(8))).Single();

        Assert.That((result.Key, result.File), Is.EqualTo(("warn", Description(8))));
    }

    [Test]
    public void Accelerators_come_from_the_descriptor_or_the_first_description()
    {
        var published = Clean().Merge(PowerSubmissions.PowerFile, """
            {"node_sets": [{"node_set_id": 0, "system_node_ensemble_id": 0, "nodes_provisioned": 1, "power_method": "published_system",
             "published_power": {"value_kw": 18, "source_type": "vendor_spec", "source": "https://acme.example.org/spec"}}]}
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Config(8), published), Is.EqualTo("pass"));
            Assert.That(KeysAt(Config(8), published.Set(Description(12), "node_types.0.accelerator_info.0.accelerators_per_node", 16)), Is.EqualTo("fail-3"), "r12 comes first as text");
            Assert.That(KeysAt(Config(8), published.Set(Description(12), "node_types.0.accelerator_info.0.accelerators_per_node", "8")), Is.EqualTo("warn-3"));
        }
    }

    [Test]
    public void Names_both_numbers_and_points_at_the_description()
    {
        var result = At(Config(8), Clean().Set(Description(8), "data_parallel", 4)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.Contain("r8").And.Contain("4 replicas").And.Contain("hold 8"));
            Assert.That(result.Fix, Does.Contain("dp_actual 4, dp_formula 8"));
            Assert.That((result.File, result.Pointer), Is.EqualTo((Description(8), "/data_parallel")));
        }
    }

    [Test]
    public void Says_nothing_without_power() => Assert.That(Check(Clean().Set(Description(8), "data_parallel", 4).Remove(PowerSubmissions.PowerFile)), Is.Empty);

    private static SubmissionBuilder Short(int replicas, int actual, int formula)
        => Clean().Set(Description(8), "data_parallel", replicas).Merge(Config(8), $"dp_shortfall: {{dp_actual: {actual}, dp_formula: {formula}, reason: ' '}}");
}

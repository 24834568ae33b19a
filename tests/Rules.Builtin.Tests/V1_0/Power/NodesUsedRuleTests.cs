using MlPerf.Endpoints.Rules.Builtin.V1_0.Power;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power;

public sealed class NodesUsedRuleTests : PointRuleContract<NodesUsedRule>
{
    [TestCase("[{system_node_ensemble_id: 0, nodes: 4}]", ExpectedResult = "pass")]
    [TestCase("[{system_node_ensemble_id: 0, nodes: 5}]", ExpectedResult = "fail")]
    [TestCase("[{system_node_ensemble_id: 0, nodes: 0}]", ExpectedResult = "fail")]
    [TestCase("[{system_node_ensemble_id: 1, nodes: 1}]", ExpectedResult = "fail")]
    [TestCase("[{system_node_ensemble_id: 0, nodes: 4}, {system_node_ensemble_id: 0, nodes: 4}]", ExpectedResult = "fail")]
    [TestCase("[]", ExpectedResult = "pass")]
    [TestCase("null", ExpectedResult = "")]
    public string Resolves_what_is_declared(string used) => KeysAt(Config(8), Used(used));

    [TestCase(8, 3, ExpectedResult = "fail")]
    [TestCase(8, 4, ExpectedResult = "pass")]
    [TestCase(6, 3, ExpectedResult = "pass")]
    [TestCase(6, 4, ExpectedResult = "warn pass")]
    public string Holds_the_engaged_nodes_against_the_replicas(int replicas, int nodes)
        => KeysAt(Config(8), Used($"[{{system_node_ensemble_id: 0, nodes: {nodes}}}]").Set(Description(8), "data_parallel", replicas));

    [Test]
    public void Does_not_judge_the_capacity_of_a_disaggregated_point()
        => Assert.That(KeysAt(Config(8), Used("[{system_node_ensemble_id: 0, nodes: 1}]").Set(Description(8), "disaggregated", true)), Is.EqualTo("pass"));

    [Test]
    public void Joins_all_reasons_in_one_finding()
    {
        var result = At(Config(8), Used("[{system_node_ensemble_id: 7, nodes: 1}, {system_node_ensemble_id: 0, nodes: 9}, {system_node_ensemble_id: 0, nodes: 1}]")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ReasonId, Is.EqualTo("system-node-ensemble-id-2, system-node-ensemble-id-3, system-node-ensemble-id"));
            Assert.That(result.Message, Does.Contain("system_node_ensemble_id 7").And.Contain("9 nodes").And.Contain("named twice"));
            Assert.That(result.Pointer, Is.EqualTo("/nodes_used/0"));
        }
    }

    [Test]
    public void States_how_many_nodes_would_do()
    {
        var result = At(Config(8), Used("[]").Set(Description(8), "data_parallel", 5))[0];

        Assert.That(result.Message, Does.Contain("20 accelerators at 8 a node need 3 nodes"));
    }

    [Test]
    public void Says_nothing_without_power()
        => Assert.That(Check(Used("[{system_node_ensemble_id: 9, nodes: 9}]").Remove(PowerSubmissions.PowerFile)), Is.Empty);

    private static SubmissionBuilder Used(string nodes)
        => PowerSubmissions.FourNodes().Unset(Config(8), "nodes_used").Merge(Config(8), $"nodes_used: {nodes}");
}

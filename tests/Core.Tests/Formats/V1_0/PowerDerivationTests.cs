using MlPerf.Endpoints.Core.Formats.V1_0;

namespace MlPerf.Endpoints.Core.Tests.Formats.V1_0;

/// <summary>What a client derives from the files of one run (rules 1.0 part 4 §9).</summary>
public sealed class PowerDerivationTests
{
    private const string Source = "\"source_type\": \"vendor_spec\", \"source\": \"https://vendor.example/spec\"";

    private const string Liquid = "{\"system_desc_id\": \"x\", \"cooling\": \"liquid\", \"mlc_estimated_power\": false,"
        + "\"node_sets\": [{\"node_set_id\": 0, \"system_node_ensemble_id\": 0, \"nodes_provisioned\": 4, \"power_method\": \"component_sum\", \"components\": {"
        + "\"cpu\": {\"count_per_node\": 2, \"tdp_per_unit\": {\"value_w\": 400, " + Source + "}},"
        + "\"accelerator\": {\"count_per_node\": 8, \"tdp_per_unit\": {\"value_w\": 1400, " + Source + "}},"
        + "\"scale_up_network\": {\"method\": \"none\"}}}],"
        + "\"scale_out\": {\"present\": true, \"cabling\": \"passive\", \"required_bandwidth_tbps\": 12.8,"
        + "\"nics\": {\"count_per_node\": 8, \"bandwidth_per_nic_gbps\": 400, \"counted\": true, \"tdp_per_nic\": {\"value_w\": 25, " + Source + "}},"
        + "\"switches\": [{\"model\": \"x\", \"count\": 1, \"bandwidth_tbps\": 51.2, \"power_per_switch\": {\"value_w\": 1100, " + Source + "}}]}}";

    private const string Summary = """{"duration_ns": 600000000000, "output_sequence_lengths": {"total": 600000}}""";

    [TestCase("nodes_used: [{system_node_ensemble_id: 0, nodes: 3}]", 48.41, 20.7)]
    [TestCase("{}", 64.54, 15.5)]
    [TestCase("nodes_used: [{system_node_ensemble_id: 0.0, nodes: 3}]", 48.41, 20.7)]
    [TestCase("nodes_used: [{system_node_ensemble_id: false, nodes: true}]", 16.14, 62.0)]
    [TestCase("nodes_used: [{system_node_ensemble_id: 0, nodes: 5}]", null, null)]
    [TestCase("nodes_used: [{system_node_ensemble_id: '0', nodes: 3}]", null, null)]
    [TestCase("nodes_used: [{system_node_ensemble_id: 0, nodes: 3.0}]", null, null)]
    [TestCase("nodes_used: [{system_node_ensemble_id: 0, nodes: 3}, {system_node_ensemble_id: 0, nodes: 3}]", null, null)]
    [TestCase("nodes_used: [3]", null, null)]
    [TestCase("nodes_used: {}", null, null)]
    [TestCase("nodes_used: [", null, null)]
    public void Resolves_the_nodes_of_the_point(string point, double? pointKw, double? tpsPerKw)
    {
        var derived = PowerDerivation.Of(Documents.Json(Liquid), Documents.Yaml(point), null, Documents.Json(Summary));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((derived.ProvisionedPowerKw, derived.PointPowerKw, derived.SystemTpsPerKw), Is.EqualTo(((double?)64.54, pointKw, tpsPerKw)));
            Assert.That(derived.Problems, Has.Length.EqualTo(pointKw is null ? 1 : 0));
            Assert.That(derived.IsEstimated, Is.False);
        }
    }

    [TestCase("{}")]
    [TestCase("""{"duration_ns": 0, "output_sequence_lengths": {"total": 600000}}""")]
    [TestCase("""{"duration_ns": "600000000000", "output_sequence_lengths": {"total": 600000}}""")]
    [TestCase("""{"duration_ns": 600000000000, "output_sequence_lengths": {"total": true}}""")]
    [TestCase("{")]
    public void Without_a_throughput_there_is_power_only(string summary)
    {
        var derived = PowerDerivation.Of(Documents.Json(Liquid), null, null, Documents.Json(summary));

        Assert.That((derived.PointPowerKw, derived.SystemTpsPerKw), Is.EqualTo(((double?)64.54, default(double?))));
    }

    [Test]
    public void Does_not_cut_the_total()
    {
        var declared = Liquid.Replace("\"cooling\"", "\"declared_provisioned_power\": {\"value_kw\": 1, " + Source + "}, \"cooling\"", StringComparison.Ordinal);
        var derived = PowerDerivation.Of(Documents.Json(declared), null, null, Documents.Json("""{"duration_ns": 1000000000, "output_sequence_lengths": {"total": 2.75}}"""));

        Assert.That(derived.SystemTpsPerKw, Is.EqualTo(2.8));
    }

    [Test]
    public void Takes_cores_from_the_description_of_the_run()
    {
        var defaulted = Liquid.Replace("\"count_per_node\": 2, \"tdp_per_unit\": {\"value_w\": 400, " + Source + "}", "\"model\": \"AMD EPYC\", \"count_per_node\": 2", StringComparison.Ordinal);
        var description = Documents.Json("""{"node_types": [{"system_node_ensemble_id": 0, "host_processor_core_count": 64}]}""");
        var derived = PowerDerivation.Of(Documents.Json(defaulted), null, description, null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(derived.ProvisionedPowerKw, Is.EqualTo(64.02));
            Assert.That(derived.IsEstimated, Is.True);
            Assert.That(derived.Estimates, Is.EqualTo(new[] { "node_sets[0].components.cpu.tdp_per_unit (D.2, filled in)" }));
        }
    }

    [Test]
    public void Honours_what_the_descriptor_says_of_itself()
        => Assert.That(PowerDerivation.Of(Documents.Json(Liquid.Replace("false", "true", StringComparison.Ordinal)), null, null, null).IsEstimated, Is.True);

    [TestCase("{}", "4 field errors")]
    [TestCase("{", "cannot be read")]
    [TestCase("[]", "1 field error")]
    public void Says_why_a_descriptor_gives_nothing(string json, string problem)
    {
        var derived = PowerDerivation.Of(Documents.Json(json), null, null, Documents.Json(Summary));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((derived.ProvisionedPowerKw, derived.PointPowerKw, derived.SystemTpsPerKw), Is.EqualTo((default(double?), default(double?), default(double?))));
            Assert.That(derived.Problems.Single(), Does.Contain(problem));
        }
    }
}

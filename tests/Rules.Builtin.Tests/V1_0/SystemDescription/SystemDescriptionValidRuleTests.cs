using MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.SystemDescription;

public sealed class SystemDescriptionValidRuleTests : PointRuleContract<SystemDescriptionValidRule>
{
    [Test]
    public void Reads_the_first_copy_that_can_be_read_and_no_other()
    {
        var submission = Clean().Write(Description(8), "nonsense").Set(Description(12), "division", "Open").Set(Description(48), "division", 3);

        Assert.That(Check(submission).Select(result => $"{result.Path} {result.Key}"), Is.EqualTo(new[] { $"{Description(8)} fail", $"{Description(12)} division-unknown" }));
    }

    [TestCase("Acme A8 with 20 chars", ExpectedResult = "shortened-name-too-long")]
    [TestCase("Acme A8 has 20 chars", ExpectedResult = "pass")]
    [TestCase("𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸𝔸", ExpectedResult = "pass")]
    [TestCase(" \u001f ", ExpectedResult = "shortened-name-empty")]
    [TestCase("\u200b", ExpectedResult = "pass")]
    public string Measures_the_short_name_in_code_points(string name) => KeysAt(Description(8), Clean().Set(Description(8), "shortened_system_name", name));

    [TestCase("""{"system_availability_status": "AVAILABLE "}""", ExpectedResult = "pass")]
    [TestCase("""{"system_availability_status": "RDI", "availability_url": null}""", ExpectedResult = "pass")]
    [TestCase("""{"system_availability_status": null}""", ExpectedResult = "missing")]
    [TestCase("""{"system_availability_status": ""}""", ExpectedResult = "availability-unknown")]
    [TestCase("""{"system_availability_status": 1}""", ExpectedResult = "enum")]
    [TestCase("""{"system_availability_status": null, "publication_status": "available"}""", ExpectedResult = "pass")]
    [TestCase("""{"system_availability_status": null, "availability_status": "available"}""", ExpectedResult = "pass")]
    [TestCase("""{"publication_status": "AVAILABLE"}""", ExpectedResult = "pass")]
    [TestCase("""{"publication_status": "preview", "division": 7}""", ExpectedResult = "availability-conflict")]
    [TestCase("""{"publication_status": false}""", ExpectedResult = "availability-conflict")]
    [TestCase("""{"system_availability_status": true, "publication_status": "True"}""", ExpectedResult = "enum")]
    public string Reads_the_availability_from_three_fields(string json) => KeysAt(Description(8), Clean().Merge(Description(8), json));

    [TestCase("2027-02-28", ExpectedResult = "pass")]
    [TestCase("2028-02-29", ExpectedResult = "pass")]
    [TestCase("0001-01-01", ExpectedResult = "pass")]
    [TestCase("2027-02-29", ExpectedResult = "availability-date-invalid")]
    [TestCase("0000-01-01", ExpectedResult = "availability-date-invalid")]
    [TestCase(" 2027-02-28", ExpectedResult = "availability-date-invalid")]
    [TestCase("2027-2-28", ExpectedResult = "availability-date-invalid")]
    [TestCase("２０２７-02-28", ExpectedResult = "availability-date-invalid")]
    [TestCase("  ", ExpectedResult = "pass")]
    public string Reads_a_date_whatever_the_status(string date) => KeysAt(Description(8), Clean().Set(Description(8), "target_availability_date", date));

    [TestCase("""{"config_summary": "tp4"}""", ExpectedResult = "model_type string_too_short")]
    [TestCase("""{"config_summary": "tp4𝔸"}""", ExpectedResult = "pass")]
    [TestCase("""{"config_summary": 4}""", ExpectedResult = "model_type string_type")]
    [TestCase("""{"config_summary": {"batch": "x"}}""", ExpectedResult = "int_parsing string_type")]
    [TestCase("""{"config_summary": {"batch": "8", "other": []}}""", ExpectedResult = "pass")]
    [TestCase("""{"config_summary": "tp4 \ud800"}""", ExpectedResult = "model_type unworded-error")]
    [TestCase("""{"measured_accuracy_score": "\ud800"}""", ExpectedResult = "pass")]
    [TestCase("""{"measured_accuracy_score": {}}""", ExpectedResult = "pass")]
    [TestCase("""{"measured_accuracy_score": ""}""", ExpectedResult = "pass")]
    [TestCase("""{"measured_accuracy_score": true}""", ExpectedResult = "pass")]
    [TestCase("""{"measured_accuracy_score": "good"}""", ExpectedResult = "pass")]
    [TestCase("""{"measured_accuracy_score": [1]}""", ExpectedResult = "string_type float_type dict_type")]
    [TestCase("""{"measured_accuracy_score": {"a": {"scores": {"x": 1, "y": 0.5}}}}""", ExpectedResult = "pass")]
    [TestCase("""{"measured_accuracy_score": {"a": {"scores": {"x": true}}}}""", ExpectedResult = "string_type float_type float_type")]
    [TestCase("""{"measured_accuracy_score": {"a": 1}}""", ExpectedResult = "string_type float_type model_type")]
    [TestCase("""{"input_token_average": "１_０.5"}""", ExpectedResult = "pass")]
    [TestCase("""{"input_token_average": ""}""", ExpectedResult = "float_parsing")]
    public string Reports_a_refused_value_for_every_alternative(string json) => KeysAt(Description(8), Clean().Merge(Description(8), json));

    [TestCase("""{"host_processor_core_count": null}""", ExpectedResult = "core-count-missing")]
    [TestCase("""{"host_processor_core_count": 0}""", ExpectedResult = "pass")]
    [TestCase("""{"host_processor_core_count": null, "host_processor_vcpu_count": 8}""", ExpectedResult = "pass")]
    [TestCase("""{"host_processor_core_count": null, "driver": 580}""", ExpectedResult = "string_type")]
    [TestCase("""{"system_node_ensemble_id": "٠"}""", ExpectedResult = "pass")]
    [TestCase("""{"system_node_ensemble_id": "²"}""", ExpectedResult = "int_parsing")]
    [TestCase("""{"accelerator_info": null, "accelerator_model_name": "X", "accelerators_per_node": "8"}""", ExpectedResult = "pass")]
    [TestCase("""{"accelerator_info": null, "accelerator_model_name": 5}""", ExpectedResult = "string_type")]
    [TestCase("""{"accelerator_info": [{}], "accelerator_model_name": 5}""", ExpectedResult = "pass")]
    [TestCase("""{"accelerator_model_name": 5, "host_processor_core_count": null}""", ExpectedResult = "string_type")]
    public string Reads_node_types(string json)
    {
        // A null of the merge deletes, so the node type is written anew.
        var node = """{"number_of_nodes": 1, "host_memory_configuration": "", "host_network_card_count": "", "driver": "", "filesystem": "", "host_processor_core_count": 64}""";
        var merged = SubmissionBuilder.Empty(Clean().Revision).Write("n.json", node).Merge("n.json", json).ReadText("n.json");
        return KeysAt(Description(8), Clean().Merge(Description(8), $$"""{"node_types": [{{merged}}]}"""));
    }

    [Test]
    public void A_fault_of_a_flat_accelerator_field_keeps_the_fields_from_being_compared()
        => Assert.That(
            KeysAt(Description(8), Clean().Merge(Description(8), """{"availability_url": null}""").Set(Description(8), "node_types.0.accelerator_model_name", 5).Unset(Description(8), "node_types.0.accelerator_info")),
            Is.EqualTo("string_type"));

    [Test]
    public void Points_at_the_field_in_a_list()
        => Assert.That(At(Description(8), Clean().Merge(Description(8), """{"node_types": [{}, 3]}""")).Select(result => result.Pointer), Does.Contain("/node_types/1").And.Contain("/node_types/0"));

    [Test]
    public void A_bad_C_min_carries_the_clause_about_C_min()
    {
        var result = At(Description(8), Clean().Set(Description(8), "c_min_override", 33)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("invalid"));
            Assert.That(result.SpecReference, Is.EqualTo("§5.4"));
        }
    }
}

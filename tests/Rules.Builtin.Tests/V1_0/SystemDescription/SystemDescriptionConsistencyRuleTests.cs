using MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.SystemDescription;

public sealed class SystemDescriptionConsistencyRuleTests : PointRuleContract<SystemDescriptionConsistencyRule>
{
    [TestCase("""{"system_size": "16 accelerators"}""", ExpectedResult = "fail")]
    [TestCase("""{"system_node_ensemble_count": 1.0}""", ExpectedResult = "pass")]
    [TestCase("""{"system_node_ensemble_count": true}""", ExpectedResult = "pass")]
    [TestCase("""{"system_node_ensemble_count": "1"}""", ExpectedResult = "fail")]
    [TestCase("""{"tps_utilization": "x", "tensor_parallel": 8, "pipeline_parallel": 2, "expert_parallel": 4, "data_parallel": 1, "disaggregated": true, "batch": 9, "config_summary": [], "config_summary_notes": 1}""", ExpectedResult = "pass")]
    [TestCase("""{"node_types": []}""", ExpectedResult = "fail")]
    [TestCase("""{"house_field": null, "other": 1}""", ExpectedResult = "fail")]
    public string Compares_by_value(string json)
    {
        var results = Check(Clean().Merge(Description(48), json));
        return results.Single(result => result.Path == Curve || result.Path == Description(48)).Key;
    }

    [Test]
    public void Names_what_differs_also_where_one_is_null_and_the_other_absent()
    {
        var result = Check(Clean().Set(Description(48), "note", null).Set(Description(48), "system_size", "2")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.EndWith("in note, system_size"));
            Assert.That(result.Pointer, Is.EqualTo("/note"));
        }
    }

    [Test]
    public void Reports_the_first_copy_only()
        => Assert.That(Check(Clean().Set(Description(8), "system_size", "2")).Select(result => result.Path), Is.EqualTo(new[] { Description(12) }));

    [Test]
    public void The_order_of_members_does_not_matter()
        => Assert.That(Check(Clean().Write(Description(48), Reversed(Clean().ReadText(Description(48))))).Single().Key, Is.EqualTo("pass"));

    private static string Reversed(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return "{" + string.Join(",", document.RootElement.EnumerateObject().Reverse().Select(member => $"\"{member.Name}\": {member.Value.GetRawText()}")) + "}";
    }
}

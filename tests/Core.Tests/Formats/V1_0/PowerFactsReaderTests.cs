using System.Numerics;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Formats.V1_0;

public sealed class PowerFactsReaderTests
{
    [TestCase("{\"division\": \" RDI \"}", ExpectedResult = "rdi")]
    [TestCase("{\"division\": [\"RDI\"]}", ExpectedResult = null)]
    [TestCase("{}", ExpectedResult = null)]
    public string? Reads_the_division(string json) => Read(json).Division;

    [TestCase("\"Air-cooled\"", "null", ExpectedResult = 0.5)]
    [TestCase("\"CHILLED WATER\"", "null", ExpectedResult = 0.3)]
    [TestCase("\"Liquid-cooled, air-cooled PSUs\"", "\" \"", ExpectedResult = 0.3)]
    [TestCase("\"immersion\"", "\"air\"", ExpectedResult = 0.5)]
    [TestCase("\"dust repair kit\"", "\"passive\"", ExpectedResult = 0.5)]
    [TestCase("\"passive\"", "true", ExpectedResult = null)]
    public double? Reads_the_overhead_of_all_cooling_texts(string top, string node) => Read($$"""{"cooling": {{top}}, "node_types": [{"cooling": {{node}} }]}""").OverheadFraction;

    [TestCase("1", ExpectedResult = "1")]
    [TestCase("true", ExpectedResult = "1")]
    [TestCase("-1", ExpectedResult = "-1")]
    [TestCase("\" 07 \"", ExpectedResult = "7")]
    [TestCase("\"٧\"", ExpectedResult = "7")]
    [TestCase("\"-1\"", ExpectedResult = "")]
    [TestCase("\"1_0\"", ExpectedResult = "")]
    [TestCase("\"²\"", ExpectedResult = "")]
    [TestCase("\"\"", ExpectedResult = "")]
    [TestCase("1.0", ExpectedResult = "")]
    [TestCase("null", ExpectedResult = "")]
    public string Reads_the_id_of_a_node_type(string id) => string.Join(' ', Read($$"""{"node_types": [{"system_node_ensemble_id": {{id}} }]}""").NodeTypes.Select(type => type.EnsembleId));

    [TestCase("\"accelerator_info\": [{\"accelerators_per_node\": 8}, {\"accelerators_per_node\": 2}, 5]", ExpectedResult = "10")]
    [TestCase("\"accelerator_info\": [], \"accelerators_per_node\": 4", ExpectedResult = "4")]
    [TestCase("\"accelerator_info\": null, \"accelerators_per_node\": 4", ExpectedResult = "4")]
    [TestCase("\"accelerator_info\": {}, \"accelerators_per_node\": 4", ExpectedResult = "4")]
    [TestCase("\"accelerator_info\": [{}], \"accelerators_per_node\": 4", ExpectedResult = null)]
    [TestCase("\"accelerators_per_node\": \"4\"", ExpectedResult = null)]
    [TestCase("\"accelerators_per_node\": true", ExpectedResult = null)]
    [TestCase("\"accelerators_per_node\": -3", ExpectedResult = "-3")]
    public string? Reads_the_accelerators_of_a_node(string members)
        => Read($$"""{"node_types": [{"system_node_ensemble_id": 0, {{members}} }]}""").NodeType(0)?.AcceleratorsPerNode?.ToString();

    [Test]
    public void Reads_cores_as_integers_or_booleans_and_the_last_node_type_wins()
    {
        var facts = Read("""{"node_types": [7, {"system_node_ensemble_id": 0, "host_processor_core_count": 64}, {"system_node_ensemble_id": 0, "host_processor_core_count": true}, {"system_node_ensemble_id": 1, "host_processor_core_count": "64"}]}""");

        Assert.That(facts.NodeTypes, Is.EqualTo(new[] { new NodeTypeFacts(0, CpuCores: 1), new NodeTypeFacts(1) }));
    }

    [TestCase("5")]
    [TestCase("true")]
    [TestCase("\"text\"")]
    [TestCase("{\"system_node_ensemble_id\": 0}")]
    public void Anything_but_a_list_holds_no_node_types(string nodeTypes) => Assert.That(Read($$"""{"node_types": {{nodeTypes}} }""").NodeTypes, Is.Empty);

    [Test]
    public void Takes_the_first_readable_description_as_text_orders_the_folders()
    {
        var source = MemorySource.FromTexts("submission", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["results/s/b/r1/system_desc.json"] = """{"division": "late"}""",
            ["results/s/a/r8/system_desc.json"] = """{"division": "eight"}""",
            ["results/s/a/r128/system_desc.json"] = """{"division": "one hundred and twenty-eight"}""",
            ["results/s/a/r12/system_desc.json"] = "[]",
            ["results/s/a/r-draft/readme"] = "no description",
            ["results/s/a/q/system_desc.json"] = """{"division": "no r"}""",
            ["results/s/a/r0"] = "a file",
        });
        var facts = new V1_0Format().Read(source, SpecRevision.V1_0, new FormatContext(new CheckerOptions())).Systems.Single().Power!.Facts;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(facts.Division, Is.EqualTo("one hundred and twenty-eight"));
            Assert.That(facts.Source?.Value, Is.EqualTo("results/s/a/r128/system_desc.json"));
        }
    }

    private static PowerFacts Read(string json) => PowerFactsReader.Read(Documents.Json(json).Root!);
}

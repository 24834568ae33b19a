using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Power;
using MlPerf.Endpoints.Testing.Building;
using static MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power.PowerSubmissions;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power;

public sealed class PowerDescriptorRuleTests : PointRuleContract<PowerDescriptorRule>
{
    private const string LinkedOut = "io-error";

    // Needs a file system with links; see Refuses_a_link_out_of_the_submission.
    protected override IReadOnlySet<string> ReachedElsewhere => base.ReachedElsewhere.Append(LinkedOut).ToHashSet(StringComparer.Ordinal);

    [Test]
    public void Computes_the_power_of_the_sample()
    {
        var result = Check(Clean()).Single();

        Assert.That((result.Key, result.Path, result.Message), Is.EqualTo(("pass-2", PowerFile, "the system is provisioned with 18 kW")));
    }

    [TestCase("RDI", ExpectedResult = "pass")]
    [TestCase(" serviced ", ExpectedResult = "pass")]
    [TestCase("Standardized", ExpectedResult = "fail")]
    [TestCase("Other", ExpectedResult = "fail")]
    [TestCase(null, ExpectedResult = "fail")]
    public string Asks_for_a_descriptor_by_division(string? division) => Keys(WithDivision(Clean().Remove(PowerFile), division));

    [Test]
    public void A_folder_of_that_name_is_no_descriptor() => Assert.That(Keys(Clean().Remove(PowerFile).AddFolder(PowerFile)), Is.EqualTo("fail"));

    [Test]
    public void A_descriptor_that_is_not_asked_for_is_held_to_everything() => Assert.That(Keys(WithDivision(With("""{"provisioned_power_kw": 12}"""), "RDI")), Is.EqualTo("computation-problem"));

    [TestCase("", ExpectedResult = "parse-error")]
    [TestCase("{\"a\": 1,}", ExpectedResult = "parse-error")]
    [TestCase("\ufeff{}", ExpectedResult = "parse-error")]
    [TestCase("[]", ExpectedResult = "model_type")]
    [TestCase("{}", ExpectedResult = "missing missing missing missing")]
    public string Says_what_is_wrong_with_the_whole_file(string json) => Keys(Clean().Write(PowerFile, json));

    [Test]
    public void Says_that_the_file_is_no_UTF8() => Assert.That(Keys(Clean().Write(PowerFile, [0x7b, 0xff, 0x7d])), Is.EqualTo("parse-error"));

    [Test]
    public void Reads_500_levels_and_refuses_3000()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Keys(With($$"""{"notes": null, "x": {{Nested(480)}}}""")), Is.EqualTo("pass-2"));
            Assert.That(Keys(Clean().Write(PowerFile, Nested(3000))), Is.EqualTo("parse-error"));
        }

        static string Nested(int levels) => new string('[', levels) + new string(']', levels);
    }

    [Test]
    public void Reports_every_fault_where_it_stands_in_the_order_of_the_fields()
    {
        var results = Check(Clean().Write(PowerFile, """
            {"notes": 1, "scale_out": {"present": 2, "switches": [{"model": "m", "count": 0, "bandwidth_tbps": -1}]},
             "node_sets": [{"node_set_id": 1.5, "system_node_ensemble_id": "x", "nodes_provisioned": 0, "power_method": "sum",
              "published_power": {"value_w": "many", "source_type": "guess", "source": "", "colour": "red"}}],
             "cooling": "none", "system_desc_id": ""}
            """));

        Assert.That(results.Select(result => $"{result.Key} {result.Pointer}"), Is.EqualTo(new[]
        {
            "string_too_short /system_desc_id", "literal_error /cooling",
            "int_from_float /node_sets/0/node_set_id", "int_parsing /node_sets/0/system_node_ensemble_id", "greater_than /node_sets/0/nodes_provisioned", "literal_error /node_sets/0/power_method",
            "float_parsing /node_sets/0/published_power/value_w", "literal_error /node_sets/0/published_power/source_type", "string_too_short /node_sets/0/published_power/source",
            "extra_forbidden /node_sets/0/published_power/colour",
            "bool_parsing /scale_out/present", "greater_than /scale_out/switches/0/count", "greater_than_equal /scale_out/switches/0/bandwidth_tbps",
            "string_type /notes",
        }));
    }

    [TestCase("""{"value_w": 1, "value_kw": 1}""", ExpectedResult = "value-count")]
    [TestCase("""{"value_w": null, "value_kw": 18}""", ExpectedResult = "pass-2")]
    [TestCase("""{}""", ExpectedResult = "value-count")]
    [TestCase("""{"value_kw": 18, "source": "D.2"}""", ExpectedResult = "source-not-url")]
    [TestCase("""{"value_kw": 18, "source": "http://"}""", ExpectedResult = "pass-2")]
    [TestCase("""{"value_kw": 18, "source": "HTTPS://x"}""", ExpectedResult = "source-not-url")]
    [TestCase("""{"value_kw": 18, "source_type": "mlc_default", "source": "D.4"}""", ExpectedResult = "pass-2")]
    [TestCase("""{"value_kw": 18, "source_type": "mlc_default", "source": "d.4"}""", ExpectedResult = "mlc-default-source")]
    [TestCase("""{"value_kw": 18, "source_type": "mlc_default"}""", ExpectedResult = "mlc-default-source")]
    [TestCase("""{"value_w": 18, "value_kw": 18, "source": "none"}""", ExpectedResult = "value-count")]
    [TestCase("""{"value_W": 18}""", ExpectedResult = "extra_forbidden")]
    public string Judges_a_sourced_value(string value)
        => Keys(Clean().Merge(PowerFile, $$"""{"declared_provisioned_power": {"source_type": "vendor_spec", "source": "{{Url}}"} }""").Merge(PowerFile, $$"""{"declared_provisioned_power": {{value}} }"""));

    [Test]
    public void Cooling_that_disagrees_does_not_stop_the_computation()
    {
        var results = Check(With("""{"cooling": "liquid"}"""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Key), Is.EqualTo(new[] { "fail-2", "pass-2" }));
            Assert.That(results[0].Message, Does.Contain("0.3").And.Contain("0.5").And.Contain(Description(12)));
            Assert.That((results[0].Pointer, results[0].Line), Is.EqualTo(("/cooling", 3)));
            Assert.That(results[1].Message, Does.Contain("15.6 kW"));
        }
    }

    [TestCase("Immersion", ExpectedResult = "fail-2 pass-2")]
    [TestCase("dust repair kit", ExpectedResult = "pass-2")]
    [TestCase("passive", ExpectedResult = "pass-2")]
    [TestCase(" ", ExpectedResult = "pass-2")]
    public string Reads_the_cooling_of_the_first_description_as_text_orders_them(string cooling)
        => Keys(Clean().Set(Description(12), "cooling", cooling).Set(Description(12), "node_types.0.cooling", null).Set(Description(8), "cooling", "water"));

    [Test]
    public void Names_node_types_that_the_description_lacks_once()
    {
        var results = Check(WithNodeSet("system_node_ensemble_id", 7));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Key), Is.EqualTo(new[] { "warn", "pass-2" }));
            Assert.That(results[0].Message, Does.Contain("system_node_ensemble_id 7"));
            Assert.That(results[0].Pointer, Is.EqualTo("/node_sets/0/system_node_ensemble_id"));
        }
    }

    [Test]
    public void Tells_problems_apart_by_their_reason_and_place()
    {
        var results = Check(With("""{"provisioned_power_kw": 12, "computed": {"total_system_power_w": 1, "overhead_fraction": 0.3}}"""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Key), Is.All.EqualTo("computation-problem"));
            Assert.That(results.Select(result => $"{result.ReasonId} {result.Pointer}"), Is.EqualTo(new[]
            {
                "computed-recomputed /computed/total_system_power_w", "computed-overhead-fraction-cooling /computed/overhead_fraction", "provisioned-power-kw-recomputed /provisioned_power_kw",
            }));
            Assert.That(results[2].Message, Is.EqualTo("the descriptor is rejected: provisioned_power_kw is 12, but 18 kW are computed"));
            Assert.That(results[2].Fix, Is.EqualTo("State the computed figure, or leave it out."));
        }
    }

    [Test]
    public void Puts_a_missing_value_at_the_object_that_lacks_it()
    {
        var result = Check(WithNodeSet("components.accelerator.tdp_per_unit", null).Set(PowerFile, "node_sets.0.components.accelerator.model", "unknown")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ReasonId, Is.EqualTo("absent-appendix-d-has"));
            Assert.That(result.Message, Does.Contain(": node_sets[0].components.accelerator.tdp_per_unit is not given"));
        }
    }

    [Test]
    public void Refuses_a_link_out_of_the_submission()
    {
        var folder = Directory.CreateTempSubdirectory("mlperf-").FullName;
        try
        {
            Clean().WriteTo(Path.Combine(folder, "submission"));
            var file = Path.Combine(folder, "submission", PowerFile);
            File.Move(file, Path.Combine(folder, "elsewhere.json"));
            File.CreateSymbolicLink(file, Path.Combine(folder, "elsewhere.json"));
            var catalogue = new RuleCatalogueBuilder().AddRule<PowerDescriptorRule>().Build();
            var result = new SubmissionChecker(Path.Combine(folder, "submission"), new CheckerOptions { Spec = "v1.0" }, catalogue).Run().Results.Single();

            Assert.That((result.Key, result.Path), Is.EqualTo((LinkedOut, PowerFile)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Names_a_power_that_is_no_finite_figure()
        => Assert.That(Check(Clean().Write(PowerFile, Encode("Infinity"))).Single().Message, Does.Contain("no finite figure"));

    [Test]
    public void A_count_beyond_a_double_is_a_problem_and_no_crash()
        => Assert.That(Check(WithNodeSet("nodes_provisioned", System.Numerics.BigInteger.Pow(10, 400))).Select(result => result.ReasonId), Does.Contain("count-out-of-range"));

    [Test]
    public void Takes_defaults_from_the_data_folder()
    {
        var folder = Directory.CreateTempSubdirectory("mlperf-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "v1.0"));
            File.WriteAllText(Path.Combine(folder, "v1.0", "power-defaults.json"), """{"cpu": [], "accelerator": [{"contains": "mi355x", "w": 2000}], "scale_out_switch": [], "scale_out_nic_w": 75}""");
            var submission = WithNodeSet("components.accelerator.tdp_per_unit", null);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(Check(submission)[^1].Message, Does.Contain("18 kW"));
                Assert.That(Check(submission, options => options.DataFolder = folder)[^1].Message, Does.Contain("25.2 kW"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Keys(SubmissionBuilder submission) => string.Join(' ', Check(submission).Select(result => result.Key));

    private static string Encode(string watts) => $$"""
        {"system_desc_id": "acme_a8", "cooling": "air", "scale_out": {"present": false},
         "node_sets": [{"node_set_id": 0, "system_node_ensemble_id": 0, "nodes_provisioned": 1, "power_method": "published_system",
          "published_power": {"value_w": {{watts}}, "source_type": "vendor_spec", "source": "{{Url}}"} }]}
        """;

    private static SubmissionBuilder WithDivision(SubmissionBuilder submission, string? division)
        => Concurrencies.Aggregate(submission, (changed, point) => changed.Set(Description(point), "division", division));
}

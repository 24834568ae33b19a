using MlPerf.Endpoints.Rules.Builtin.V0_7.Systems;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Systems;

public sealed class SystemDescriptionValidRuleTests : BuiltinRuleContract<SystemDescriptionValidRule>
{
    [Test]
    public void Gives_one_result_a_fault_of_an_empty_description()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(ReleaseSample.Clean().Write(ReleaseSample.Description, "{}")).Select(result => result.Key), Is.EqualTo(Enumerable.Repeat("missing", 7)));
            Assert.That(Check(ReadmeSample.Clean().Write(ReadmeSample.Description, "{}")).Select(result => result.Key), Is.EqualTo(Enumerable.Repeat("missing", 22)));
        }
    }

    [Test]
    public void Points_at_the_field_and_names_what_was_found_and_expected()
    {
        var result = Check(ReleaseSample.Clean().Write(ReleaseSample.Description, "{\n  \"max_supported_concurrency\": \"many\"\n}")).Single(result => result.Key == "field");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Is.EqualTo("max_supported_concurrency of the system description is \"many\", expected an integer"));
            Assert.That((result.File, result.Line, result.Column, result.Pointer), Is.EqualTo((ReleaseSample.Description, 2, 32, "/max_supported_concurrency")));
            Assert.That(result.SpecReference, Is.Empty);
        }
    }

    [Test]
    public void Points_at_the_object_that_lacks_a_field()
    {
        var result = Check(ReadmeSample.Clean().Unset(ReadmeSample.Description, "submitter")).Single();

        Assert.That((result.Key, result.Line, result.Column, result.Pointer), Is.EqualTo(("missing", 1, 1, "")));
    }

    [TestCase("standardized", ExpectedResult = true)]
    [TestCase(" RDI\t", ExpectedResult = true)]
    [TestCase("\u001fServiced\u00a0", ExpectedResult = true)]
    [TestCase("\u200bServiced", ExpectedResult = false)]
    [TestCase("open", ExpectedResult = false)]
    public bool Reads_the_division_of_the_release_dialect_loosely(string division)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "division", division)).Single().Key == "pass";

    [TestCase("Standardized", ExpectedResult = true)]
    [TestCase("standardized", ExpectedResult = false)]
    [TestCase("RDI ", ExpectedResult = false)]
    public bool Reads_the_division_of_the_readme_dialect_exactly(string division)
        => Check(ReadmeSample.Clean().Set(ReadmeSample.Description, "division", division)).Single().Key == "pass";

    [TestCase(33, ExpectedResult = true)]
    [TestCase(32, ExpectedResult = false)]
    public bool Bounds_the_maximum_in_the_readme_dialect(int maximum)
        => Check(ReadmeSample.Clean().Set(ReadmeSample.Description, "max_supported_concurrency", maximum)).Single().Key == "pass";

    [TestCase(32)]
    [TestCase(-1)]
    public void Does_not_bound_the_maximum_in_the_release_dialect(int maximum)
        => Assert.That(Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "max_supported_concurrency", maximum)).Single().Key, Is.EqualTo("pass"));

    [Test]
    public void Asks_for_a_core_count_or_a_vcpu_count_in_the_readme_dialect()
    {
        var neither = ReadmeSample.Clean().Unset(ReadmeSample.Description, "host_processor_core_count");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(neither).Single().Message, Does.Contain("host_processor_core_count or host_processor_vcpu_count"));
            Assert.That(Check(neither.Set(ReadmeSample.Description, "host_processor_vcpu_count", 0)).Single().Key, Is.EqualTo("pass"));
        }
    }

    [Test]
    public void Asks_for_the_counts_only_once_every_field_is_accepted()
        => Assert.That(Check(ReadmeSample.Clean().Unset(ReadmeSample.Description, "host_processor_core_count").Unset(ReadmeSample.Description, "cooling").Set(ReadmeSample.Description, "cooling", null)).Single().Message, Does.Contain("cooling"));

    [Test]
    public void Gives_two_results_for_a_score_that_is_neither_text_nor_number()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(ReleaseSample.Clean().Merge(ReleaseSample.Description, "{\"measured_accuracy_score\": [1]}")).Select(result => result.Key), Is.EqualTo((string[])["field", "field"]));
            Assert.That(Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "measured_accuracy_score", true)).Single().Key, Is.EqualTo("pass"));
            Assert.That(Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "measured_accuracy_score", "n/a")).Single().Key, Is.EqualTo("pass"));
        }
    }

    [TestCase("\u0663", ExpectedResult = true)]
    [TestCase("1.0", ExpectedResult = true)]
    [TestCase("1.5", ExpectedResult = false)]
    public bool Reads_the_id_of_a_node_ensemble_as_Python_does_first(string id)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "node_types.0.system_node_ensemble_id", id)).Single().Key == "pass";

    [TestCase("\uff11.\uff15", ExpectedResult = true)]
    [TestCase("778.4", ExpectedResult = true)]
    [TestCase("", ExpectedResult = false)]
    [TestCase("about 800", ExpectedResult = false)]
    public bool Reads_token_averages_as_Python_does_first(string average)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "input_token_average", average)).Single().Key == "pass";
}

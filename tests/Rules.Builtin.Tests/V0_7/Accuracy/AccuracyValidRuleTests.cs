using MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Accuracy;

public sealed class AccuracyValidRuleTests : BuiltinRuleContract<AccuracyValidRule>
{
    [TestCase("{}", ExpectedResult = "no-datasets")]
    [TestCase("[]", ExpectedResult = "field")]
    [TestCase("", ExpectedResult = "unreadable")]
    [TestCase("""{"a": {}, "b": 1, "c": null}""", ExpectedResult = "field, field")]
    [TestCase("""{"a": {"num_samples": [], "score": "good"}}""", ExpectedResult = "")]
    public string Judges_a_file_of_the_release_dialect(string json) => Keys(ReleaseSample.Clean().Write(ReleaseSample.Accuracy, json));

    [TestCase("""{"metric": "x", "score": 1, "quality_target": 1, "passed": "yes"}""", ExpectedResult = "")]
    [TestCase("""{"metric": "x", "score": 1, "quality_target": 1, "passed": "maybe"}""", ExpectedResult = "field")]
    [TestCase("{}", ExpectedResult = "missing, missing, missing, missing")]
    public string Judges_a_file_of_the_readme_dialect(string json) => Keys(ReadmeSample.Clean().Write(ReadmeSample.Accuracy, json));

    [Test]
    public void Reports_an_empty_file_nowhere_in_particular_but_knows_its_place()
    {
        var result = Check(ReleaseSample.Clean().Write(ReleaseSample.Accuracy, "{}")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.Null);
            Assert.That(result.File, Is.EqualTo(ReleaseSample.Accuracy));
            Assert.That(result.SpecReference, Is.EqualTo("#4.3"));
        }
    }

    [Test]
    public void Opens_files_up_to_the_first_without_a_fault()
    {
        var second = $"{ReleaseSample.Results(64)}/accuracy/results.json";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Keys(ReleaseSample.Clean().Write(second, "[]")), Is.Empty, "point_512 comes before point_64 by name");
            Assert.That(Keys(ReleaseSample.Clean().Write(ReleaseSample.Accuracy, "[]").Write(second, "[]")), Is.EqualTo("field, field"));
        }
    }

    private string Keys(SubmissionBuilder submission) => string.Join(", ", Check(submission).Select(result => result.Key));
}

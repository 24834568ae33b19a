using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class AccuracyPresentRuleTests : PointRuleContract<AccuracyPresentRule>
{
    private static SubmissionBuilder Without() => Concurrencies.Aggregate(Clean(), (submission, point) => submission.Remove($"{Folder(point)}/accuracy_results.json"));

    [TestCase("results/acme_a8/accuracy_results.json", "no JSON", ExpectedResult = "pass")]
    [TestCase("results/.old/deep/er/accuracy_results.json/file", "", ExpectedResult = "pass")]
    [TestCase("docs/accuracy_results.json", "{}", ExpectedResult = "fail")]
    [TestCase("results/acme_a8/Accuracy_results.json", "{}", ExpectedResult = "fail")]
    [TestCase("results/acme_a8/results.json", "{\"accuracy_scores\": {\"a\": 1}}", ExpectedResult = "pass")]
    [TestCase("results/acme_a8/results.json", "{\"accuracy_scores\": [null]}", ExpectedResult = "pass")]
    [TestCase("results/acme_a8/results.json", "{\"accuracy_scores\": {}}", ExpectedResult = "fail")]
    [TestCase("results/acme_a8/results.json", "{\"accuracy_scores\": []}", ExpectedResult = "fail")]
    [TestCase("results/acme_a8/results.json", "{\"accuracy_scores\": \"yes\"}", ExpectedResult = "fail")]
    [TestCase("results/acme_a8/results.json", "[{\"accuracy_scores\": [1]}]", ExpectedResult = "fail")]
    [TestCase("results/acme_a8/results.json", "{", ExpectedResult = "fail")]
    public string Looks_anywhere_below_results(string path, string content) => KeysAt("results", Without().Write(path, content));

    [Test]
    public void Reads_scores_of_any_size()
    {
        var scores = string.Join(", ", Enumerable.Range(0, 20_000).Select(number => $"\"sample-{number}\": 1"));

        Assert.That(KeysAt("results", Without().Write($"{Folder(8)}/results.json", $$"""{"accuracy_scores": { {{scores}} } }""")), Is.EqualTo("pass"));
    }

    [Test]
    public void Says_nothing_where_there_is_no_system() => Assert.That(Check(Clean().Remove("results").AddFolder("results")), Is.Empty);
}

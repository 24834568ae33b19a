using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class SharedPathResolutionRuleTests : PointRuleContract<SharedPathResolutionRule>
{
    [TestCase("src/vllm", ExpectedResult = "pass")]
    [TestCase(" ./src//vllm/ ", ExpectedResult = "pass")]
    [TestCase("src\\vllm", ExpectedResult = "pass")]
    [TestCase("results", ExpectedResult = "pass")]
    [TestCase("src/VLLM", ExpectedResult = "fail")]
    [TestCase("src/vllm/README.md", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    [TestCase("\u001c", ExpectedResult = "fail")]
    [TestCase(".", ExpectedResult = "fail")]
    [TestCase("/src/vllm", ExpectedResult = "fail")]
    [TestCase("~/src", ExpectedResult = "fail")]
    [TestCase("src/../src", ExpectedResult = "fail")]
    [TestCase("src\\..\\src", ExpectedResult = "fail")]
    [TestCase("src/vllm\0", ExpectedResult = "fail")]
    public string Resolves(string value) => At(Config(8), WithConfig(8, "shared_src", value)).First(result => result.Message.StartsWith("shared_src", StringComparison.Ordinal)).Key;

    [Test]
    public void Judges_each_value_once_where_it_first_stands()
    {
        var results = Check(Clean().Set(Config(48), "shared_src", "docs").Set(Config(128), "shared_docs", "src/vllm").Set(Config(12), "shared_docs", null));

        Assert.That(
            results.Select(result => $"{result.Path} {result.Values["field_name"]} {result.Values["value"]}"),
            Is.EqualTo(new[] { $"{Config(8)} shared_src src/vllm", $"{Config(8)} shared_docs docs", $"{Config(48)} shared_src docs", $"{Config(128)} shared_docs src/vllm" }));
    }

    [Test]
    public void Looks_below_the_submission_also_where_its_organisation_was_given()
    {
        var clean = SubmissionBuilder.V1_0();
        var organisation = SubmissionBuilder.Empty(clean.Revision);
        foreach (var path in clean.Paths)
        {
            organisation.Write($"round-1/{path}", clean.Read(path));
        }

        Assert.That(Check(organisation).Select(result => result.Key), Is.EqualTo(new[] { "pass", "pass" }));
    }
}

using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.SystemDescription;

public sealed class ModelNameValidRuleTests : PointRuleContract<ModelNameValidRule>
{
    [TestCase("llama3_1-8b", ExpectedResult = "pass")]
    [TestCase("gpt-oss-120b", ExpectedResult = "pass")]
    [TestCase("Llama3_1-8b", ExpectedResult = "fail")]
    [TestCase("meta-llama/llama3.1-8b", ExpectedResult = "noncanonical")]
    [TestCase("  __llama3..1-8b__ ", ExpectedResult = "noncanonical")]
    [TestCase("llama3‿1-8b", ExpectedResult = "noncanonical")]
    [TestCase("llama3 1 8b", ExpectedResult = "fail")]
    [TestCase("llama3_1-8b/", ExpectedResult = "fail")]
    [TestCase(" ", ExpectedResult = "fail")]
    [TestCase("deepseek-v4-pro", ExpectedResult = "fail")]
    public string Knows_the_models_of_the_round(string name) => Judge(name);

    [Test]
    public void Judges_each_name_once_where_it_first_stands()
        => Assert.That(
            Check(Clean().Set(Config(8), "model_name", "").Set(Config(48), "model_name", "a").Set(Config(128), "model_name", "b").Set(Config(256), "model_name", "a"))
                .Select(result => $"{result.Path} {result.Key}"),
            Is.EqualTo(new[] { $"{Config(12)} pass", $"{Config(48)} fail", $"{Config(128)} fail" }));

    [TestCase("meta-llama/Llama-3.1-8B", ExpectedResult = "Llama-3_1-8B")]
    [TestCase("a/", ExpectedResult = "")]
    [TestCase("é²Ⅷ٣", ExpectedResult = "é²Ⅷ٣")]
    [TestCase("a\u0301", ExpectedResult = "a")]
    public string Canonical_form(string name) => AllowedModels.Canonical(name);

    [Test]
    public void Canonical_form_ends_after_64_code_points() => Assert.That(AllowedModels.Canonical(new string('x', 63) + "𝟖𝟖"), Is.EqualTo(new string('x', 63) + "𝟖"));

    [Test]
    public void Takes_the_list_from_data()
        => Assert.That(Clean().Check(new RuleCatalogueBuilder().AddData(new AllowedModels { Names = ["mamba"] }).AddRule<ModelNameValidRule>().Build()).Results.Single().Key, Is.EqualTo("fail"));

    private string Judge(string name) => string.Join(' ', Check(Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Config(point), "model_name", name))).Select(result => result.Key));
}

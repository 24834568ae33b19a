using MlPerf.Endpoints.Rules.Builtin.V0_7.Curves;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Curves;

public sealed class ModelNameConsistencyRuleTests : BuiltinRuleContract<ModelNameConsistencyRule>
{
    [TestCase("meta-llama/Llama-3.1-8B-Instruct", ExpectedResult = "pass")]
    [TestCase("Llama-3_1-8B-Instruct", ExpectedResult = "pass")]
    [TestCase("  Llama-3 1-8B-Instruct \u001f", ExpectedResult = "pass")]
    [TestCase("llama-3.1-8b-instruct", ExpectedResult = "fail")]
    [TestCase("meta-llama/", ExpectedResult = "fail")]
    [TestCase("   ", ExpectedResult = "warn")]
    public string Compares_the_folder_with_the_id(string modelId) => Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "model_id", modelId)).Single().Key;

    [TestCase(null, ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    [TestCase(" ", ExpectedResult = "warn")]
    public string Falls_back_to_the_name_where_the_id_is_absent_or_empty(string? modelId)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "model_id", modelId).Set(ReleaseSample.Description, "model_name", "another")).Single().Key;

    [Test]
    public void Points_at_the_id_and_names_the_expected_folder()
    {
        var result = Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "model_id", "mistralai/Mixtral-8x7B")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Model));
            Assert.That((result.File, result.Pointer), Is.EqualTo((ReleaseSample.Description, "/model_id")));
            Assert.That(result.Fix, Does.StartWith("Rename the folder to Mixtral-8x7B"));
        }
    }

    [TestCase("a..b", ExpectedResult = "a_b")]
    [TestCase("_a_", ExpectedResult = "a")]
    [TestCase("e\u0301", ExpectedResult = "e")]
    [TestCase("e\u0301f", ExpectedResult = "e_f")]
    [TestCase("a\u203fb", ExpectedResult = "a_b")]
    [TestCase("\u96ea\u00e9\u00b2\u2163", ExpectedResult = "\u96ea\u00e9\u00b2\u2163")]
    [TestCase("\ud800a", ExpectedResult = "a")]
    [TestCase("a/b/", ExpectedResult = "")]
    public string Makes_a_folder_name_of_an_id(string modelId) => ModelFolderName.Of(modelId);

    [Test]
    public void Cuts_a_folder_name_after_64_characters()
        => Assert.That(ModelFolderName.Of(string.Concat(Enumerable.Repeat("\U00020000", 65))), Is.EqualTo(string.Concat(Enumerable.Repeat("\U00020000", 64))));
}

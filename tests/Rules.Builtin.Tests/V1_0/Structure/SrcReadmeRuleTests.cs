using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class SrcReadmeRuleTests : PointRuleContract<SrcReadmeRule>
{
    [TestCase("README.md", ExpectedResult = "pass")]
    [TestCase("ReadMe.MD", ExpectedResult = "pass")]
    [TestCase("README", ExpectedResult = "fail")]
    [TestCase("README.md.txt", ExpectedResult = "fail")]
    public string Knows_the_name_in_any_case(string name)
        => Check(Clean().Remove("src/vllm").Write($"src/vllm/{name}", "")).Single().Key;

    [Test]
    public void A_folder_of_that_name_is_no_readme()
        => Assert.That(KeysAt("src/vllm/README.md", Clean().Remove("src/vllm").AddFolder("src/vllm/README.md")), Is.EqualTo("fail"));

    [Test]
    public void Reports_each_implementation_where_it_stands()
        => Assert.That(
            Check(Clean().AddFolder("src/.git")).Select(result => $"{result.Path} {result.Key}"),
            Is.EqualTo(new[] { "src/.git/README.md fail", "src/vllm/README.md pass" }));
}

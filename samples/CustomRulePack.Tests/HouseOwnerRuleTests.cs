using Acme.HouseRules.Rules;
using MlPerf.Endpoints.Testing;
using MlPerf.Endpoints.Testing.Building;

namespace Acme.HouseRules.Tests;

public sealed class HouseOwnerRuleTests : RuleContract<HouseOwnerRule>
{
    private const string Owner = "results/acme_a8/llama3_1-8b/r8/owner.json";

    [TestCase("""{"name": "Ada"}""", ExpectedResult = "pass")]
    [TestCase("""{"name": ""}""", ExpectedResult = "no-name")]
    [TestCase("""{"name": 1}""", ExpectedResult = "no-name")]
    [TestCase("""[]""", ExpectedResult = "no-name")]
    [TestCase("""{""", ExpectedResult = "no-name")]
    public string Judges_the_name(string text)
        => Check(SubmissionBuilder.V1_0().Write(Owner, text)).Single(result => result.Path == Owner).Key;

    [Test]
    public void Points_at_the_name()
    {
        var result = Check(SubmissionBuilder.V1_0().Write(Owner, "{\n  \"name\": 1\n}")).Single(result => result.Path == Owner);

        Assert.That((result.File, result.Line, result.Column, result.Pointer), Is.EqualTo((Owner, 2, 11, "/name")));
    }
}

using MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Structure;

public sealed class ParetoDirExistsRuleTests : BuiltinRuleContract<ParetoDirExistsRule>
{
    [Test]
    public void Names_the_folder_that_the_description_is_called_like()
    {
        var result = Check(ReleaseSample.Clean().Copy(ReleaseSample.Description, "systems/kestrel.v2.json")).Single(result => result.Key == "fail");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.EqualTo("pareto/kestrel.v2"));
            Assert.That(result.Message, Does.Contain("pareto/kestrel.v2/, which is missing"));
        }
    }

    [Test]
    public void Keeps_the_name_of_a_description_that_is_nothing_but_its_extension()
        => Assert.That(Check(ReleaseSample.Clean().Copy(ReleaseSample.Description, "systems/.json")).Select(result => result.Path), Does.Contain("pareto/.json"));

    [TestCase("..json")]
    [TestCase("...json")]
    public void Never_leaves_the_folder_for_a_name_that_is_no_name(string file)
        => Assert.That(Check(ReleaseSample.Clean().Copy(ReleaseSample.Description, $"systems/{file}")).Select(result => result.Key), Is.EqualTo((string[])["fail", "pass"]));
}

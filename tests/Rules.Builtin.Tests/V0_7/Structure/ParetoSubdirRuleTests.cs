using MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Structure;

public sealed class ParetoSubdirRuleTests : BuiltinRuleContract<ParetoSubdirRule>
{
    [Test]
    public void Asks_for_two_folders_in_the_release_dialect()
        => Assert.That(Check(ReleaseSample.Clean()).Select(result => result.Path), Is.EqualTo((string[])[$"{ReleaseSample.Model}/points", $"{ReleaseSample.Model}/results"]));

    [Test]
    public void Asks_for_three_folders_in_the_readme_dialect()
        => Assert.That(
            Check(ReadmeSample.Clean()).Select(result => result.Path),
            Is.EqualTo((string[])[$"{ReadmeSample.Model}/points", $"{ReadmeSample.Model}/results", $"{ReadmeSample.Model}/accuracy"]));

    [Test]
    public void Says_what_was_taken_for_a_model()
    {
        var results = Check(ReleaseSample.Clean().AddFolder($"{ReleaseSample.System}/.cache")).Where(result => result.Key == "fail").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results, Has.Count.EqualTo(2));
            Assert.That(results[0].Message, Does.Contain("model .cache").And.Contain("points/"));
            Assert.That(results[0].Fix, Does.Contain(".cache is no model"));
        }
    }
}

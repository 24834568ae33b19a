using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Structure;

public sealed class RequiredDirRuleTests : BuiltinRuleContract<RequiredDirRule>
{
    [Test]
    public void Asks_for_three_folders_in_the_release_dialect()
        => Assert.That(Check(SubmissionBuilder.Empty(SpecRevision.V0_7Release)).Select(result => result.Path), Is.EqualTo((string[])["systems", "pareto", "documentation"]));

    [Test]
    public void Asks_for_two_folders_in_the_readme_dialect()
        => Assert.That(Check(SubmissionBuilder.Empty(SpecRevision.V0_7Readme)).Select(result => result.Path), Is.EqualTo((string[])["systems", "pareto"]));

    [Test]
    public void Refuses_a_file_in_place_of_a_folder()
    {
        var result = Check(ReleaseSample.Clean().Remove("documentation").Write("documentation", "see the wiki")).Single(result => result.Key == "fail");

        Assert.That(result.Message, Is.EqualTo("the required folder documentation/ is a file"));
    }

    [Test]
    public void Accepts_an_empty_folder() => Assert.That(Check(ReleaseSample.Clean().Remove("documentation").AddFolder("documentation")).Select(result => result.Key), Is.All.EqualTo("pass"));
}

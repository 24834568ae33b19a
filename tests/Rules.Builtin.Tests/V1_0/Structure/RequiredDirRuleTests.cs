using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class RequiredDirRuleTests : PointRuleContract<RequiredDirRule>
{
    [TestCase("results", ExpectedResult = "fail")]
    [TestCase("docs", ExpectedResult = "fail")]
    public string Asks_for_a_folder(string name) => KeysAt(name, Clean().Remove(name).Write(name, "a file"));

    [Test]
    public void Takes_an_empty_folder() => Assert.That(KeysAt("docs", Clean().Remove("docs").AddFolder("docs")), Is.EqualTo("pass"));

    [Test]
    public void Says_what_stands_there_instead()
        => Assert.That(At("docs", Clean().Remove("docs").Write("docs", "")).Single().Message, Does.StartWith("docs is a file"));

    [Test]
    public void Names_the_submissions_among_which_it_could_not_choose()
    {
        var organisation = SubmissionBuilder.Empty(SpecRevision.V1_0).AddFolder("first/results").AddFolder("second/results").AddFolder("third/docs");

        Assert.That(At("results", organisation).Single().Message, Does.Contain("first, second hold results/").And.Not.Contain("third"));
    }

    [Test]
    public void Recognises_the_layout_of_the_revision_before()
        => Assert.That(At("results", SubmissionBuilder.Empty(SpecRevision.V1_0).AddFolder("pareto").AddFolder("documentation")).Single().Message, Does.Contain("pareto/, documentation/").And.Contain("v0.7"));

    [Test]
    public void Takes_the_only_submission_of_an_organisation()
    {
        var organisation = SubmissionBuilder.Empty(SpecRevision.V1_0).AddFolder("only/results").AddFolder("only/docs").AddFolder("draft");

        Assert.That(Check(organisation).Select(result => $"{result.Path} {result.Key}"), Is.EqualTo(new[] { "only/results pass", "only/docs pass" }));
    }
}

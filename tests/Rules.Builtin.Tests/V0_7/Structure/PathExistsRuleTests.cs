using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Structure;

public sealed class PathExistsRuleTests : BuiltinRuleContract<PathExistsRule>
{
    [Test]
    public void Refuses_a_path_where_nothing_stands()
    {
        var result = Check(new MemorySource("nowhere", [], exists: false));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Path, Is.EqualTo("."));
            Assert.That(result.DisplayPath, Is.EqualTo("nowhere"));
        }
    }

    [Test]
    public void Accepts_an_empty_folder() => Assert.That(Check(SubmissionBuilder.Empty(SpecRevision.V0_7Readme)).Single().Key, Is.EqualTo("pass"));

    private CheckResult Check(MemorySource source)
        => new SubmissionChecker(source, new CheckerOptions { Spec = "v0.7" }, new RuleCatalogueBuilder().AddRule<PathExistsRule>().Build()).Run().Results.Single();
}

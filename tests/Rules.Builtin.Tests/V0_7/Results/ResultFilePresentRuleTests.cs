using MlPerf.Endpoints.Rules.Builtin.V0_7.Results;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Results;

public sealed class ResultFilePresentRuleTests : BuiltinRuleContract<ResultFilePresentRule>
{
    [Test]
    public void Follows_the_declared_concurrency()
    {
        var result = Check(ReleaseSample.Clean().Set(ReleaseSample.Point(256), "concurrency", 300)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Summary(300)));
        }
    }

    [Test]
    public void Takes_a_folder_of_that_name_for_there()
        => Assert.That(Check(ReleaseSample.Clean().Remove(ReleaseSample.Summary(8)).AddFolder(ReleaseSample.Summary(8))), Is.Empty);

    [Test]
    public void Knows_the_name_of_the_readme_dialect()
        => Assert.That(Check(ReadmeSample.Clean().Remove(ReadmeSample.Summary(4))).Single().Path, Is.EqualTo(ReadmeSample.Summary(4)));

    [Test]
    public void Is_not_asked_of_a_point_whose_file_is_broken()
        => Assert.That(Check(ReleaseSample.Clean().Write(ReleaseSample.Point(8), "[").Remove(ReleaseSample.Results(8))), Is.Empty);
}

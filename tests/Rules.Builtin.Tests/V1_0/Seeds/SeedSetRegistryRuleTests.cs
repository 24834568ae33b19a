using MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Seeds;

public sealed class SeedSetRegistryRuleTests : PointRuleContract<SeedSetRegistryRule>
{
    [Test]
    public void Says_nothing_where_the_sets_can_be_read() => Assert.That(Check(Clean()), Is.Empty);

    [Test]
    public void Speaks_once_and_of_no_path()
    {
        var result = Check(Clean().WithSeedSets("seed_sets:\n  - id: A\n    scheduler_rng_seed: x\n")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.Key, result.Path), Is.EqualTo(("unavailable", default(string))));
            Assert.That(result.Message, Does.Contain(":3:").And.Contain("scheduler_rng_seed"));
        }
    }

    [Test]
    public void Reads_the_sets_also_where_there_is_no_submission()
        => Assert.That(Check(SubmissionBuilder.Empty(Core.Rules.SpecRevision.V1_0).WithSeedSets("none")).Single().Key, Is.EqualTo("unavailable"));

    [Test]
    public void Says_that_the_file_does_not_exist()
        => Assert.That(Check(Clean(), options => options.SeedSetsFile = "/nowhere/seeds.yaml").Single().Message, Does.Contain("/nowhere/seeds.yaml").And.Contain("does not exist"));

    [Test]
    public void Says_that_the_file_is_a_folder()
        => Assert.That(Check(Clean(), options => options.SeedSetsFile = Path.GetTempPath()).Single().Message, Does.Contain("folder"));
}

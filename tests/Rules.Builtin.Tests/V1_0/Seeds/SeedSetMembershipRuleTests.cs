using MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Seeds;

public sealed class SeedSetMembershipRuleTests : PointRuleContract<SeedSetMembershipRule>
{
    [TestCase("A", ExpectedResult = "pass")]
    [TestCase("a", ExpectedResult = "fail")]
    [TestCase("A ", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    [TestCase(null, ExpectedResult = "")]
    public string Compares_the_id_exactly(string? set) => KeysAt(Config(8), WithConfig(8, "seed_set", set));

    [Test]
    public void Lists_the_published_sets_by_code_point()
    {
        const string sets = "seed_sets:\n"
            + "  - {id: b, scheduler_rng_seed: 1, sample_index_rng_seed: 1, model_seed: 1}\n"
            + "  - {id: B, scheduler_rng_seed: 1, sample_index_rng_seed: 1, model_seed: 1}\n";
        var result = At(Config(8), Clean().WithSeedSets(sets)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.Contain("\"A\"").And.Contain("B, b"));
            Assert.That(result.Pointer, Is.EqualTo("/seed_set"));
        }
    }

    [Test]
    public void Says_nothing_without_the_list() => Assert.That(Check(Clean().WithSeedSets("none")), Is.Empty);
}

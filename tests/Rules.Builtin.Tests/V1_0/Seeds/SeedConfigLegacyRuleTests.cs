using MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Seeds;

public sealed class SeedConfigLegacyRuleTests : PointRuleContract<SeedConfigLegacyRule>
{
    [TestCase("{scheduler_rng_seed: 42, sample_index_rng_seed: 42}", ExpectedResult = "warn warn")]
    [TestCase("{scheduler_rng_seed: 42, sample_index_rng_seed: 43}", ExpectedResult = "warn fail")]
    [TestCase("{scheduler_rng_seed: 41, sample_index_rng_seed: 42}", ExpectedResult = "fail warn")]
    [TestCase("{scheduler_random_seed: 42, dataloader_random_seed: 42}", ExpectedResult = "warn warn")]
    [TestCase("{scheduler_rng_seed: 41, scheduler_random_seed: 42, dataloader_random_seed: 42}", ExpectedResult = "fail warn")]
    [TestCase("{}", ExpectedResult = "fail fail")]
    public string Judges_both_seeds_of_a_point_without_a_set(string runtime)
        => KeysAt(Config(8), Clean().Write(Config(8), $"{{concurrency: 8, runtime_settings: {{runtime: {runtime}}}}}"));

    [Test]
    public void Leaves_a_declared_set_alone_also_an_empty_one()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(Clean()), Is.Empty);
            Assert.That(KeysAt(Config(8), WithConfig(8, "seed_set", "")), Is.Empty);
        }
    }

    [Test]
    public void Names_the_field_and_what_stands_there()
    {
        var results = At(Config(8), Clean().Write(Config(8), "{concurrency: 8, runtime_settings: {runtime: {scheduler_random_seed: 7}}}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results[0].Message, Does.Contain("scheduler_rng_seed is 7"));
            Assert.That(results[0].Pointer, Is.EqualTo("/runtime_settings/runtime/scheduler_random_seed"));
            Assert.That(results[1].Message, Does.Contain("sample_index_rng_seed is not set"));
            Assert.That(results[1].Pointer, Is.EqualTo("/runtime_settings/runtime"));
        }
    }

    [Test]
    public void Speaks_also_where_the_seed_sets_cannot_be_read()
        => Assert.That(KeysAt(Config(8), WithConfig(8, "seed_set", null).WithSeedSets("none")), Is.EqualTo("fail fail"));
}

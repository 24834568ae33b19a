using MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Seeds;

public sealed class SeedRuntimeMatchRuleTests : PointRuleContract<SeedRuntimeMatchRule>
{
    private const string Runtime = "runtime_settings.runtime";

    [Test]
    public void Passes_for_the_seeds_of_the_set() => Assert.That(KeysAt(Config(8), Clean()), Is.EqualTo("pass"));

    [Test]
    public void Names_every_seed_that_differs()
    {
        var result = At(Config(8), WithConfig(8, $"{Runtime}.model_seed", 7).Unset(Config(8), $"{Runtime}.sample_index_rng_seed")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Message, Does.Contain("sample_index_rng_seed is not set, not 586478644936801402; model_seed is 7, not 9315206023656308754").And.Not.Contain("scheduler"));
            Assert.That(result.Pointer, Is.EqualTo("/runtime_settings/runtime"));
        }
    }

    [Test]
    public void The_signed_image_of_a_seed_is_another_seed()
        => Assert.That(KeysAt(Config(8), WithConfig(8, $"{Runtime}.scheduler_rng_seed", unchecked((long)10487924139932647040UL))), Is.EqualTo("fail"));

    [Test]
    public void Old_names_without_a_model_seed_are_told_besides()
    {
        var old = WithConfig(8, $"{Runtime}.scheduler_random_seed", 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Config(8), old), Is.EqualTo("pass"), "with a model seed they are ignored");
            Assert.That(KeysAt(Config(8), old.Unset(Config(8), $"{Runtime}.model_seed")), Is.EqualTo("fail warn"));
        }
    }

    [Test]
    public void An_unknown_set_is_not_compared() => Assert.That(KeysAt(Config(8), WithConfig(8, "seed_set", "B")), Is.Empty);

    [Test]
    public void Says_nothing_without_the_list() => Assert.That(Check(Clean().WithSeedSets("none")), Is.Empty);
}

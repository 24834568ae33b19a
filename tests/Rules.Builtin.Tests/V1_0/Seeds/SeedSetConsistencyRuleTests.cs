using MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Seeds;

public sealed class SeedSetConsistencyRuleTests : PointRuleContract<SeedSetConsistencyRule>
{
    [Test]
    public void Gives_one_pass_for_a_curve_of_one_set() => Assert.That(KeysAt(Curve, Clean()), Is.EqualTo("pass"));

    [Test]
    public void Names_every_set_and_stands_at_the_curve()
    {
        var result = Check(WithConfig(8, "seed_set", "B").Set(Config(48), "seed_set", "a")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.Key, result.Path), Is.EqualTo(("fail", Curve)));
            Assert.That(result.Message, Does.Contain("3 seed sets: \"A\", \"B\", \"a\""));
            Assert.That(result.File, Is.EqualTo(Config(12)), "the first point that differs from the first");
        }
    }

    [Test]
    public void Points_without_a_set_have_no_vote() => Assert.That(KeysAt(Curve, WithConfig(8, "seed_set", null)), Is.EqualTo("pass"));

    [Test]
    public void An_empty_text_is_a_set_like_any_other() => Assert.That(KeysAt(Curve, WithConfig(8, "seed_set", "")), Is.EqualTo("fail"));

    [Test]
    public void Says_nothing_without_the_list_or_any_set()
    {
        var none = Concurrencies.Aggregate(Clean(), (submission, point) => submission.Unset(Config(point), "seed_set"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(Clean().WithSeedSets("none")), Is.Empty);
            Assert.That(Check(none), Is.Empty);
        }
    }
}

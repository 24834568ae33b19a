using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class WarmupPresentRuleTests : PointRuleContract<WarmupPresentRule>
{
    [Test]
    public void Misses_an_absent_block_and_a_null()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Config(8), Clean().Unset(Config(8), "warmup")), Is.EqualTo("fail"));
            Assert.That(KeysAt(Config(8), WithConfig(8, "warmup", null)), Is.EqualTo("fail"));
            Assert.That(KeysAt(Config(8), Clean()), Is.EqualTo("pass"));
        }
    }

    [Test]
    public void Does_not_take_the_block_of_the_runtime_settings_for_it()
        => Assert.That(KeysAt(Config(8), Clean().Unset(Config(8), "warmup").Set(Config(8), "runtime_settings.warmup.salt", false)), Is.EqualTo("fail"));

    [Test]
    public void Asks_dedicated_Offline_runs_too()
        => Assert.That(KeysAt(Config(512), WithConfig(512, "offline", "dedicated").Unset(Config(512), "warmup")), Is.EqualTo("fail"));
}

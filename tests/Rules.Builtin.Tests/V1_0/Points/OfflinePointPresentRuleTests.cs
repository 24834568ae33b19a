using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class OfflinePointPresentRuleTests : PointRuleContract<OfflinePointPresentRule>
{
    private const string Agentic = "results/fjord_gb300x8/qwen3_6-35b-a3b";

    [Test]
    public void Accepts_one_elected_or_one_dedicated_point()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Curve, Clean()), Is.EqualTo("pass"));
            Assert.That(KeysAt(Curve, WithConfig(512, "offline", "dedicated")), Is.EqualTo("pass"));
        }
    }

    [Test]
    public void Rejects_none_and_two()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Curve, WithConfig(512, "offline", null)), Is.EqualTo("fail-2"));
            Assert.That(KeysAt(Curve, WithConfig(512, "offline", "Elected")), Is.EqualTo("fail-2"));
            Assert.That(KeysAt(Curve, WithConfig(384, "offline", "dedicated")), Is.EqualTo("fail"));
        }
    }

    [TestCase(512, ExpectedResult = "pass")]
    [TestCase(511, ExpectedResult = "fail-4")]
    [TestCase(513, ExpectedResult = "fail-4")]
    public string Asks_for_the_elected_point_at_C_max(int concurrency) => KeysAt(Curve, WithConfig(512, "concurrency", concurrency));

    [Test]
    public void Does_not_ask_a_dedicated_run_for_it()
        => Assert.That(KeysAt(Curve, WithConfig(512, "{offline: dedicated, concurrency: 600}")), Is.EqualTo("pass"));

    [Test]
    public void Cannot_ask_for_it_while_C_max_is_unknown()
        => Assert.That(KeysAt(Curve, Concurrencies.Aggregate(WithConfig(512, "concurrency", 500), (submission, point) => submission.Remove(Description(point)))), Is.EqualTo("pass"));

    [Test]
    public void Takes_C_max_from_an_invalid_description_too()
        => Assert.That(KeysAt(Curve, WithConfig(512, "concurrency", 500).Set(Description(8), "system_name", 1)), Is.EqualTo("fail-4"));

    [Test]
    public void Wants_none_on_an_agentic_curve()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Agentic, SubmissionBuilder.V1_0Agentic()), Is.EqualTo("pass-2"));
            Assert.That(KeysAt(Agentic, SubmissionBuilder.V1_0Agentic().Set($"{Agentic}/r512/point.yaml", "offline", "elected")), Is.EqualTo("fail-3"));
        }
    }

    [Test]
    public void Wants_one_on_a_mixed_curve()
        => Assert.That(KeysAt(Agentic, SubmissionBuilder.V1_0Agentic().Set($"{Agentic}/r8/point.yaml", "runtime_settings.load_pattern", "concurrency")), Is.EqualTo("fail-2"));

    [Test]
    public void Lists_the_points_that_declare_it()
    {
        var result = At(Curve, WithConfig(384, "offline", "dedicated")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.Contain("r384 (dedicated), r512 (elected)"));
            Assert.That((result.File, result.Pointer), Is.EqualTo((Config(512), "/offline")));
        }
    }
}

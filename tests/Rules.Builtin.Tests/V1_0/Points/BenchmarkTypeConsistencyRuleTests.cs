using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class BenchmarkTypeConsistencyRuleTests : PointRuleContract<BenchmarkTypeConsistencyRule>
{
    [Test]
    public void Rejects_a_second_pattern_but_not_a_single_wrong_one()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Curve, Patterned("concurrency", but: "agentic_inference")), Is.EqualTo("fail"));
            Assert.That(KeysAt(Curve, Patterned("poisson", but: "poisson")), Is.EqualTo("pass"));
        }
    }

    [Test]
    public void Gives_dedicated_Offline_runs_no_vote()
        => Assert.That(KeysAt(Curve, Patterned("concurrency", but: "max_throughput").Set(Config(48), "offline", "dedicated")), Is.EqualTo("pass"));

    [Test]
    public void Says_nothing_where_nobody_votes()
        => Assert.That(KeysAt(Curve, Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Config(point), "offline", "dedicated"))), Is.Empty);

    [Test]
    public void Names_the_patterns_in_order()
        => Assert.That(At(Curve, Patterned("concurrency", but: "agentic_inference")).Single().Message, Does.EndWith("agentic_inference, concurrency"));

    private static SubmissionBuilder Patterned(string pattern, string but)
        => Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Config(point), "runtime_settings.load_pattern", point == 48 ? but : pattern));
}

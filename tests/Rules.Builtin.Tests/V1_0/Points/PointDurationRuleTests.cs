using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class PointDurationRuleTests : PointRuleContract<PointDurationRule>
{
    [TestCase(32, false, 600.0, ExpectedResult = "pass")]
    [TestCase(32, false, 599.999, ExpectedResult = "warn")]
    [TestCase(33, false, 1200.0, ExpectedResult = "pass")]
    [TestCase(33, false, 1199.999, ExpectedResult = "warn")]
    [TestCase(32, true, 600.0, ExpectedResult = "pass")]
    [TestCase(32, true, 599.999, ExpectedResult = "warn")]
    [TestCase(33, true, 2400.0, ExpectedResult = "pass")]
    [TestCase(33, true, 2399.999, ExpectedResult = "warn")]
    [TestCase(564, false, 1200.0, ExpectedResult = "pass")]
    [TestCase(564, false, 1199.999, ExpectedResult = "warn")]
    [TestCase(565, false, 1.0, ExpectedResult = "")]
    [TestCase(0, false, 1.0, ExpectedResult = "")]
    public string Judges_the_window_by_concurrency_and_type(int concurrency, bool agentic, double windowS)
        => KeysAt(Summary(128), WithConfig(128, "concurrency", concurrency)
            .Set(Config(128), "runtime_settings.load_pattern", agentic ? "agentic_inference" : "concurrency")
            .Set(Config(128), "steady_state.window.duration_s", windowS));

    [TestCase(1_200_000_000_000.0, ExpectedResult = "pass")]
    [TestCase(1_199_999_999_999.0, ExpectedResult = "warn")]
    [TestCase(double.NaN, ExpectedResult = "pass")]
    public string Judges_the_whole_run_where_no_window_is_stated(double durationNs)
        => KeysAt(Summary(48), WithConfig(48, "steady_state.window.duration_s", null).Set(Summary(48), "duration_ns", durationNs));

    [Test]
    public void Takes_the_window_under_every_status()
        => Assert.That(KeysAt(Summary(48), WithConfig(48, "steady_state: {status: insufficient_duration, window: {duration_s: 1.0}}")), Is.EqualTo("warn"));

    [Test]
    public void Says_nothing_while_the_regions_are_unknown()
        => Assert.That(KeysAt(Summary(48), Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Description(point), "max_supported_concurrency", 20))), Is.Empty);

    [Test]
    public void Points_at_what_is_too_short()
    {
        var window = At(Summary(48), WithConfig(48, "steady_state.window.duration_s", 3.0)).Single();
        var run = At(Summary(48), WithConfig(48, "steady_state", null).Set(Summary(48), "duration_ns", 3)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((window.File, window.Pointer), Is.EqualTo((Config(48), "/steady_state/window/duration_s")));
            Assert.That(window.Message, Does.Contain("3000 ms").And.Contain("1200000 ms"));
            Assert.That((run.File, run.Pointer), Is.EqualTo((Summary(48), "/duration_ns")));
        }
    }
}

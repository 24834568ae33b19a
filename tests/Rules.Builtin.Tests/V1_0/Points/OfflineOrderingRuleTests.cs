using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class OfflineOrderingRuleTests : PointRuleContract<OfflineOrderingRule>
{
    // At C_max 12,600,000,000 tokens in 1,260 s are 10,000,000 tokens/s; 98 % of that is a whole number of tokens.
    private const long TokensAtCMax = 12_600_000_000;

    [TestCase(12_348_000_000, ExpectedResult = "pass")]
    [TestCase(12_347_999_999, ExpectedResult = "warn-2")]
    [TestCase(20_000_000_000, ExpectedResult = "pass")]
    public string Compares_with_ninety_eight_percent_of_the_throughput_at_C_max(long tokens) => KeysAt(Curve, WithOffline(600, tokens));

    [TestCase(512, ExpectedResult = "pass")]
    [TestCase(511, ExpectedResult = "warn pass")]
    public string Asks_for_at_least_C_max_requests_in_flight(int concurrency) => KeysAt(Curve, WithOffline(concurrency, TokensAtCMax));

    [Test]
    public void Says_both_where_both_are_wrong()
        => Assert.That(KeysAt(Curve, WithOffline(511, 1)), Is.EqualTo("warn warn-2"));

    [Test]
    public void Compares_a_run_at_C_max_with_whatever_was_measured_there_last()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Curve, WithOffline(512, 1)), Is.EqualTo("pass"));
            Assert.That(KeysAt(Curve, WithConfig(512, "offline", "dedicated")), Is.EqualTo("pass"));
        }
    }

    [Test]
    public void Says_nothing_without_a_dedicated_run()
        => Assert.That(KeysAt(Curve, Clean()), Is.Empty);

    [Test]
    public void Says_nothing_while_C_max_is_unknown()
        => Assert.That(KeysAt(Curve, Concurrencies.Aggregate(WithOffline(511, 1), (submission, point) => submission.Remove(Description(point)))), Is.Empty);

    [Test]
    public void Judges_only_the_concurrency_where_a_throughput_is_missing()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Curve, WithOffline(511, 1).Remove(Summary(512))), Is.EqualTo("warn"));
            Assert.That(KeysAt(Curve, WithOffline(511, 1).Remove(Summary(384))), Is.EqualTo("warn"));
        }
    }

    [Test]
    public void Says_nothing_where_nothing_was_measured()
        => Assert.That(KeysAt(Curve, Concurrencies.Aggregate(WithOffline(511, 1), (submission, point) => submission.Remove(Summary(point)))), Is.Empty);

    [Test]
    public void Leaves_a_throughput_out_that_is_no_number()
        => Assert.That(KeysAt(Curve, WithOffline(600, 1).Set(Summary(384), "output_sequence_lengths.total", double.NaN)), Is.Empty);

    // The point at 384 becomes the dedicated Offline run, the one at 512 stays on the curve.
    private static SubmissionBuilder WithOffline(int concurrency, long tokens) => Clean()
        .Set(Config(384), "offline", "dedicated").Set(Config(384), "concurrency", concurrency).Set(Config(512), "offline", "none")
        .Set(Summary(384), "output_sequence_lengths.total", tokens).Set(Summary(512), "output_sequence_lengths.total", TokensAtCMax);
}

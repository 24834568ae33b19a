using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Audits.Statistics;

namespace MlPerf.Endpoints.Audits.Tests.Statistics;

/// <summary>Where the evidence beyond the rule begins and ends, with made-up requests.</summary>
public sealed class CachingObservationsTests
{
    private const long Ms = 1_000_000;

    [TestCase(100, 80, true)]
    [TestCase(100, 81, false)]
    [TestCase(100, 120, false)]
    public void Sees_latencies_that_are_lower_by_a_quarter(int reference, int repeated, bool isSeen)
        => Assert.That(Look(OneByOne(12, reference * Ms), OneByOne(12, repeated * Ms)).Contains(AuditWarnings.LatencyShift), Is.EqualTo(isSeen));

    [TestCase(8, true)]
    [TestCase(7, false)]
    public void Needs_eight_requests_of_each_phase(int count, bool isSeen)
        => Assert.That(Look(OneByOne(count, 100 * Ms), OneByOne(count, 10 * Ms)).Contains(AuditWarnings.LatencyShift), Is.EqualTo(isSeen));

    [Test]
    public void Sees_first_tokens_that_come_sooner_though_answers_take_as_long()
        => Assert.That(Look(OneByOne(12, 100 * Ms, firstNs: 40 * Ms), OneByOne(12, 100 * Ms, firstNs: 5 * Ms)), Is.EqualTo(new[] { AuditWarnings.TtftShift }));

    [Test]
    public void Does_not_take_fewer_than_half_of_the_requests_for_a_shift()
    {
        // Two repeats of five are fast: the median does not move, whatever the ranks say.
        var mixed = OneByOne(24, 100 * Ms).Samples.Select((sample, index) => index % 5 < 3 ? sample : Sample(index, sample.IssuedNs, 10 * Ms, null)).ToList();

        Assert.That(Look(OneByOne(24, 101 * Ms), new PhaseEvents(mixed)), Is.Empty);
    }

    [TestCase(50, true)]
    [TestCase(51, false)]
    public void Sees_repeats_that_take_half_of_the_first(int later, bool isSeen)
    {
        var samples = OneByOne(12, 100 * Ms).Samples.Take(1).Concat(Enumerable.Range(1, 11).Select(index => Sample(index, index * 200 * Ms, later * Ms, null))).ToList();

        Assert.That(Look(OneByOne(12, 40 * Ms), new PhaseEvents(samples)).Contains(AuditWarnings.RepeatsFasterThanFirst), Is.EqualTo(isSeen));
    }

    [TestCase(1_000_000, true)]
    [TestCase(1_100_000, false)]
    public void Sees_answers_that_end_together_within_a_hundredth(long apartNs, bool isSeen)
    {
        // Twelve at once; the first takes 100 ms, and each further one ends a little after the one before.
        var together = new PhaseEvents([.. Enumerable.Range(0, 12).Select(index => Sample(index, 0, (100 * Ms) + (index * apartNs), null))]);
        var apart = new PhaseEvents([.. Enumerable.Range(0, 12).Select(index => Sample(index, 0, (index + 1) * 100 * Ms, null))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Look(apart, together).Contains(AuditWarnings.AnswersCoalesced), Is.EqualTo(isSeen));
            Assert.That(Look(together, together), Does.Not.Contain(AuditWarnings.AnswersCoalesced), "distinct rows end together as well");
        }
    }

    [TestCase(99, true)]
    [TestCase(97, false)]
    public void Sees_answers_that_arrive_in_one_piece(int firstMs, bool isSeen)
        => Assert.That(
            Look(OneByOne(12, 100 * Ms, firstNs: 50 * Ms), OneByOne(12, 100 * Ms, firstNs: firstMs * Ms)).Contains(AuditWarnings.Of(AuditWarnings.AnswersArriveWhole, "output_caching")),
            Is.EqualTo(isSeen));

    private static string[] Look(PhaseEvents reference, PhaseEvents repeated) => [.. CachingObservations.Look("reference", reference, "output_caching", repeated)];

    private static PhaseEvents OneByOne(int count, long latencyNs, long? firstNs = null) => new([.. Enumerable.Range(0, count).Select(index => Sample(index, index * 2 * latencyNs, latencyNs, firstNs))]);

    private static EventSample Sample(int index, long issuedNs, long latencyNs, long? firstNs)
        => new($"{index}", issuedNs) { CompletedNs = issuedNs + latencyNs, FirstChunkNs = issuedNs + firstNs, HasFurtherChunks = firstNs is not null };
}

using MlPerf.Endpoints.Rules.Builtin.V0_7.Results;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Results;

public sealed class ResultFileValidRuleTests : BuiltinRuleContract<ResultFileValidRule>
{
    [TestCase("""{"n_samples_completed": 1, "duration_ns": 1}""", ExpectedResult = "")]
    [TestCase("""{"n_samples_completed": "1_0.0", "duration_ns": NaN}""", ExpectedResult = "")]
    [TestCase("""{"duration_ns": 1}""", ExpectedResult = "missing")]
    [TestCase("""{"n_samples_completed": 1.5, "duration_ns": null}""", ExpectedResult = "field, field")]
    [TestCase("""{"n_samples_completed": 1, "duration_ns": 1, "ttft": null}""", ExpectedResult = "field")]
    [TestCase("""{"n_samples_completed": 1, "duration_ns": 1, "ttft": {"percentiles": {"any": "x"}}}""", ExpectedResult = "field")]
    [TestCase("""{"n_samples_completed": 1, "duration_ns": 1, "ttft": {"percentiles": {"any": 1, "any key": "2"}}}""", ExpectedResult = "")]
    [TestCase("""{"n_samples_completed": 1, "duration_ns": 1, "system_tps": [], "tps_per_user": {}}""", ExpectedResult = "")]
    [TestCase("[]", ExpectedResult = "field")]
    [TestCase("", ExpectedResult = "unreadable")]
    public string Judges_a_file(string json)
        => string.Join(", ", Check(ReleaseSample.Clean().Write(ReleaseSample.Summary(8), json)).Select(result => result.Key));

    [Test]
    public void Points_at_the_percentile()
    {
        var result = Check(ReleaseSample.Clean().Set(ReleaseSample.Summary(8), "ttft.percentiles.90", "fast")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Summary(8)));
            Assert.That(result.Pointer, Is.EqualTo("/ttft/percentiles/90"));
            Assert.That(result.Message, Does.Contain("ttft.percentiles.90"));
        }
    }
}

using MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Points;

public sealed class PointConfigValidRuleTests : BuiltinRuleContract<PointConfigValidRule>
{
    [TestCase("concurrency: 256", ExpectedResult = "")]
    [TestCase("concurrency: [256]", ExpectedResult = "field")]
    [TestCase("dataset: open_orca", ExpectedResult = "missing")]
    [TestCase("concurrency: 256\ndataset: null", ExpectedResult = "field")]
    [TestCase("concurrency: 256\nregion: null", ExpectedResult = "")]
    [TestCase("concurrency: 256\nruntime_settings: null", ExpectedResult = "field")]
    [TestCase("concurrency: 256\n5: five", ExpectedResult = "field")]
    [TestCase("- concurrency: 256", ExpectedResult = "field")]
    [TestCase("concurrency: [256", ExpectedResult = "unreadable")]
    [TestCase("", ExpectedResult = "field")]
    [TestCase("unknown: [1, {a: 2}]\nconcurrency: 2.56e+2", ExpectedResult = "")]
    public string Judges_a_file(string yaml)
        => string.Join(", ", Check(ReleaseSample.Clean().Write(ReleaseSample.Point(256), yaml)).Select(result => result.Key));

    [TestCase(32, 32, ExpectedResult = "")]
    [TestCase(32, 33, ExpectedResult = "field")]
    public string Holds_completed_requests_of_the_warmup_against_issued_ones(int issued, int completed)
        => string.Join(", ", Check(ReleaseSample.Clean().Set(ReleaseSample.Point(8), "warmup.requests_issued", issued).Set(ReleaseSample.Point(8), "warmup.requests_completed", completed)).Select(result => result.Key));

    [TestCase("duration_s", 0.0)]
    [TestCase("requests_issued", -1)]
    [TestCase("data_source", "")]
    [TestCase("concurrency", 0)]
    public void Bounds_the_fields_of_the_warmup(string field, object value)
        => Assert.That(Check(ReleaseSample.Clean().Set(ReleaseSample.Point(8), $"warmup.{field}", value)).Single().Pointer, Is.EqualTo($"/warmup/{field}"));

    [Test]
    public void Does_not_look_at_the_warmup_in_the_readme_dialect()
        => Assert.That(Check(ReadmeSample.Clean().Set(ReadmeSample.Point(4), "warmup", "none")), Is.Empty);

    [Test]
    public void Names_field_place_and_what_was_expected()
    {
        var result = Check(ReleaseSample.Clean().Write(ReleaseSample.Point(256), "dataset: x\nconcurrency: lots\n")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.Path, result.Line, result.Column, result.Pointer), Is.EqualTo((ReleaseSample.Point(256), 2, 14, "/concurrency")));
            Assert.That(result.Message, Does.Contain("\"lots\"").And.Contain("an integer"));
        }
    }
}

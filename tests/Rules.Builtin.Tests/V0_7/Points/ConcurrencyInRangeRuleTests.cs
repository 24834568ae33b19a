using MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Points;

public sealed class ConcurrencyInRangeRuleTests : BuiltinRuleContract<ConcurrencyInRangeRule>
{
    [TestCase(564, ExpectedResult = "pass")]
    [TestCase(565, ExpectedResult = "fail")]
    [TestCase(1, ExpectedResult = "pass")]
    [TestCase(0, ExpectedResult = "fail")]
    [TestCase(-8, ExpectedResult = "fail")]
    public string Ends_with_the_margin(int concurrency) => Check(ReleaseSample.WithConcurrency(concurrency)).Single(result => result.Path == ReleaseSample.Point(256)).Key;

    [Test]
    public void Names_bounds_and_maximum()
    {
        var result = Check(ReleaseSample.WithConcurrency(565)).Single(result => result.Key == "fail");

        Assert.That(result.Message, Is.EqualTo("concurrency 565 lies in no region, expected 1 to 564: 1.1 times the maximum supported concurrency 512, rounded up"));
    }

    [Test]
    public void Says_how_a_number_is_read_that_is_written_otherwise()
        => Assert.That(
            Check(ReleaseSample.Clean().Write(ReleaseSample.Point(256), "concurrency: 01100")).Single(result => result.Path == ReleaseSample.Point(256)).Message,
            Does.StartWith("concurrency 576 (written 01100) lies in no region"));

    [TestCase(100, 111, ExpectedResult = "pass")]
    [TestCase(100, 112, ExpectedResult = "fail")]
    [TestCase(1000, 1100, ExpectedResult = "pass")]
    [TestCase(1000, 1101, ExpectedResult = "fail")]
    public string Computes_the_margin_in_doubles(int maximum, int concurrency)
        => Check(ReleaseSample.WithConcurrency(concurrency).Set(ReleaseSample.Description, "max_supported_concurrency", maximum)).Single(result => result.Path == ReleaseSample.Point(256)).Key;
}

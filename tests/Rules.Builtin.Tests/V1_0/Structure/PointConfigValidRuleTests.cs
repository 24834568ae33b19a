using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class PointConfigValidRuleTests : PointRuleContract<PointConfigValidRule>
{
    [Test]
    public void Reports_every_fault_where_it_stands_in_the_order_of_the_fields()
    {
        var results = At(Config(8), WithConfig(8, "{concurrency: many, region: 3, warmup: {duration_s: -1, requests_issued: null}}"));

        Assert.That(
            results.Select(result => $"{result.Key} {result.Pointer}"),
            Is.EqualTo(new[] { "int_parsing /concurrency", "string_type /region", "greater_than_equal /warmup/duration_s", "missing /warmup" }));
    }

    [Test]
    public void Names_field_value_and_what_was_expected()
    {
        var result = At(Config(8), WithConfig(8, "concurrency", "many")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.Contain("concurrency").And.Contain("many").And.Contain("expected"));
            Assert.That(result.Line, Is.GreaterThan(0));
            Assert.That(result.Fix, Does.Contain("point.yaml"));
        }
    }

    [TestCase("", ExpectedResult = "not-a-mapping")]
    [TestCase("null", ExpectedResult = "not-a-mapping")]
    [TestCase("- 1", ExpectedResult = "not-a-mapping")]
    [TestCase("a: {", ExpectedResult = "parse-error")]
    [TestCase("{}", ExpectedResult = "missing missing")]
    public string Says_what_is_wrong_with_the_whole_file(string yaml) => KeysAt(Config(8), Clean().Write(Config(8), yaml));

    [Test]
    public void Says_that_the_file_is_a_folder() => Assert.That(KeysAt(Config(8), Clean().Remove(Config(8)).AddFolder(Config(8))), Is.EqualTo("io-error"));

    [Test]
    public void Says_that_the_file_is_no_UTF8() => Assert.That(KeysAt(Config(8), Clean().Write(Config(8), [0x61, 0x3a, 0x20, 0xff])), Is.EqualTo("parse-error"));

    [Test]
    public void Leaves_a_missing_file_to_others() => Assert.That(KeysAt(Config(8), Clean().Remove(Config(8))), Is.Empty);
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class ResultFileValidRuleTests : PointRuleContract<ResultFileValidRule>
{
    [TestCase("", ExpectedResult = "parse-error")]
    [TestCase("[]", ExpectedResult = "model_type")]
    [TestCase("null", ExpectedResult = "model_type")]
    [TestCase("{}", ExpectedResult = "missing missing")]
    [TestCase("{\"n_samples_completed\": NaN, \"duration_ns\": \"long\"}", ExpectedResult = "unworded-error float_parsing")]
    public string Says_what_is_wrong(string json) => KeysAt(Summary(8), Clean().Write(Summary(8), json));

    [Test]
    public void Says_that_the_file_is_a_folder() => Assert.That(KeysAt(Summary(8), Clean().Remove(Summary(8)).AddFolder(Summary(8))), Is.EqualTo("io-error"));

    [Test]
    public void Reads_summaries_of_unusable_points_too()
        => Assert.That(KeysAt(Summary(8), Clean().Write(Config(8), "{}").Write(Summary(8), "{")), Is.EqualTo("parse-error"));

    [Test]
    public void Points_at_the_field()
        => Assert.That(At(Summary(8), WithSummary(8, """{"tpot": {"total": "much"}}""")).Single().Pointer, Is.EqualTo("/tpot/total"));
}

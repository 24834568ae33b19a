using MlPerf.Endpoints.Rules.Builtin.V1_0.SpeculativeDecoding;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.SpeculativeDecoding;

public sealed class ApprovedDrafterRuleTests : PointRuleContract<ApprovedDrafterRule>
{
    private const string Weights = "drafters: [{benchmark: llama3_1-8b, weight_checksum: '123', target_checksum: t, configuration: {n: 1}}]";
    private const string Target = "drafters: [{benchmark: llama3_1-8b, target_checksum: t, configuration: {n: 24, heads: [1, 2]}}]";

    [TestCase("{weight_checksum: '123'}", ExpectedResult = "pass")]
    [TestCase("{weight_checksum: 123}", ExpectedResult = "fail-2")]
    [TestCase("{weight_checksum: '123 '}", ExpectedResult = "fail-2")]
    [TestCase("{target_checksum: t, configuration: {n: 1}}", ExpectedResult = "fail-2")]
    [TestCase("{model_id: m}", ExpectedResult = "fail-2")]
    [TestCase("{}", ExpectedResult = "")]
    [TestCase("null", ExpectedResult = "")]
    public string Knows_a_drafter_by_its_weights(string block) => KeysAt(Config(8), WithBlock(block).WithApprovedDrafters(Weights));

    [TestCase("{n: 24, heads: [1, 2]}", ExpectedResult = "pass")]
    [TestCase("{heads: [1, 2], n: 24.0}", ExpectedResult = "pass")]
    [TestCase("{n: 24, heads: [true, 2]}", ExpectedResult = "pass")]
    [TestCase("{n: '24', heads: [1, 2]}", ExpectedResult = "fail-2")]
    [TestCase("{n: 24, heads: [2, 1]}", ExpectedResult = "fail-2")]
    [TestCase("{n: 24}", ExpectedResult = "fail-2")]
    [TestCase("{n: 24, heads: [1, 2], x: null}", ExpectedResult = "fail-2")]
    [TestCase("[n, 24]", ExpectedResult = "fail-2")]
    public string Knows_a_drafter_by_target_and_configuration(string configuration)
        => KeysAt(Config(8), WithBlock($"{{target_checksum: t, configuration: {configuration}}}").WithApprovedDrafters(Target));

    [Test]
    public void A_target_without_configuration_approves_nothing()
        => Assert.That(
            KeysAt(Config(8), WithBlock("{target_checksum: t, configuration: {}}").WithApprovedDrafters("drafters: [{benchmark: llama3_1-8b, target_checksum: t, configuration: {}}]")),
            Is.EqualTo("fail-2"));

    [Test]
    public void Says_that_no_drafter_is_approved_for_the_benchmark()
    {
        var result = At(Config(8), WithBlock("{weight_checksum: x}")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Message, Does.Contain("llama3_1-8b").And.Contain("8"));
            Assert.That(result.Pointer, Is.EqualTo("/speculative_decoding/weight_checksum"));
        }
    }

    [Test]
    public void The_first_point_that_names_a_model_names_the_benchmark()
    {
        var list = Weights.Replace("llama3_1-8b", "other", StringComparison.Ordinal);
        var other = WithBlock("{weight_checksum: '123'}").WithApprovedDrafters(list);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Config(8), other), Is.EqualTo("fail"));
            Assert.That(KeysAt(Config(8), other.Set(Config(12), "model_name", "other")), Is.EqualTo("fail"), "a later point has no say");
            Assert.That(KeysAt(Config(8), other.Set(Config(8), "model_name", "")), Is.EqualTo("pass"), "but the first that names any");
            Assert.That(KeysAt(Config(8), other.Set(Config(8), "model_name", "other")), Is.EqualTo("pass"));
        }
    }

    [Test]
    public void Says_nothing_without_the_list() => Assert.That(Check(WithBlock("{weight_checksum: x}").WithApprovedDrafters("none")), Is.Empty);

    private static Testing.Building.SubmissionBuilder WithBlock(string block) => Clean().Write(
        Config(8), $"concurrency: 8\nmodel_name: llama3_1-8b\nruntime_settings: {{runtime: {{}}}}\nspeculative_decoding: {block}\n");
}

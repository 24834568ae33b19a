using MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Regions;

public sealed class RegionComputationRuleTests : PointRuleContract<RegionComputationRule>
{
    [TestCase(33, ExpectedResult = "")]
    [TestCase(32, ExpectedResult = "c-max-too-low")]
    [TestCase(-5, ExpectedResult = "c-max-too-low")]
    public string Asks_for_more_than_32(int cMax) => KeysAt(Description(8), Clean().Set(Description(8), "max_supported_concurrency", cMax));

    [TestCase(1, ExpectedResult = "")]
    [TestCase(0, ExpectedResult = "c-min-range")]
    [TestCase(-3, ExpectedResult = "c-min-range")]
    public string Asks_for_at_least_1(int lowest) => KeysAt(Description(8), WithConfig(8, "concurrency", lowest));

    [Test]
    public void Reports_C_min_before_C_max()
        => Assert.That(KeysAt(Description(8), WithConfig(8, "concurrency", 0).Set(Description(8), "max_supported_concurrency", 3)), Is.EqualTo("c-min-range"));

    [Test]
    public void Cannot_compute_beyond_a_double()
        => Assert.That(KeysAt(Description(8), Clean().Merge(Description(8), $$"""{"max_supported_concurrency": 1{{new string('0', 320)}}}""")), Is.EqualTo("c-max-too-large"));
}

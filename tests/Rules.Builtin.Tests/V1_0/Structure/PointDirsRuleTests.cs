using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class PointDirsRuleTests : PointRuleContract<PointDirsRule>
{
    [TestCase("r8", ExpectedResult = "pass")]
    [TestCase("r008", ExpectedResult = "pass")]
    [TestCase("r٨", ExpectedResult = "pass")]
    [TestCase("r𝟖", ExpectedResult = "pass")]
    [TestCase("r0", ExpectedResult = "pass")]
    [TestCase("r⁸", ExpectedResult = "fail-2")]
    [TestCase("R8", ExpectedResult = "fail-2")]
    [TestCase("r8a", ExpectedResult = "fail-2")]
    [TestCase("r", ExpectedResult = "fail-2")]
    [TestCase("r-8", ExpectedResult = "fail-2")]
    [TestCase("8", ExpectedResult = "fail-2")]
    public string Knows_points_by_their_names(string name) => KeysAt("results/acme_a8/kimi-k3", Clean().AddFolder($"results/acme_a8/kimi-k3/{name}"));

    [Test]
    public void Lists_the_points_by_number_then_by_name()
    {
        var model = Clean().AddFolder($"{Curve}/r08").AddFolder($"{Curve}/r1024").AddFolder($"{Curve}/r١٢");

        Assert.That(At(Curve, model).Single().Message, Does.EndWith("10 points: r08, r8, r12, r١٢, r48, r128, r256, r384, r512, r1024"));
    }

    [Test]
    public void A_file_is_no_point() => Assert.That(KeysAt("results/acme_a8/kimi-k3", Clean().Write("results/acme_a8/kimi-k3/r8", "")), Is.EqualTo("fail-2"));

    protected override IReadOnlySet<string> ReachedElsewhere => base.ReachedElsewhere.Append("io-error").ToHashSet(StringComparer.Ordinal);
}

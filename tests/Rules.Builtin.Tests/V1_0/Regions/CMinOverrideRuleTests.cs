using MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Regions;

public sealed class CMinOverrideRuleTests : PointRuleContract<CMinOverrideRule>
{
    private static SubmissionBuilder Everywhere(object? value) => Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Description(point), "c_min_override", value));

    [TestCase(8, ExpectedResult = "")]
    [TestCase(12, ExpectedResult = "")]
    [TestCase(9, ExpectedResult = "missing-point")]
    [TestCase(1, ExpectedResult = "missing-point")]
    public string Asks_for_a_point_at_the_declared_concurrency(int value) => KeysAt(Curve, Everywhere(value));

    [TestCase(0)]
    [TestCase(33)]
    [TestCase("8")]
    [TestCase(8.0)]
    [TestCase(true)]
    [TestCase(null)]
    public void Refuses_what_is_no_JSON_integer_from_1_to_32(object? value)
        => Assert.That(Check(Everywhere(value)).Select(result => $"{result.Path} {result.Key}"), Is.EqualTo(Concurrencies.Select(point => $"{Description(point)} invalid")));

    [Test]
    public void Names_points_that_lack_it_spoil_it_and_differ_in_their_order()
    {
        var submission = Everywhere(8).Set(Description(12), "c_min_override", 0).Unset(Description(48), "c_min_override").Remove(Description(128)).Write(Description(256), "[").Set(Description(512), "c_min_override", 12);

        Assert.That(
            Check(submission).Select(result => $"{result.Path} {result.Key}"),
            Is.EqualTo(new[]
            {
                $"{Description(12)} invalid", $"{Description(48)} missing-declaration", $"{Description(128)} missing-declaration", $"{Description(256)} missing-declaration", $"{Curve} inconsistent",
            }));
    }

    [Test]
    public void A_dedicated_Offline_run_is_no_measurement_at_C_min()
        => Assert.That(KeysAt(Curve, Everywhere(8).Set(Config(8), "offline", "dedicated")), Is.EqualTo("missing-point"));

    [Test]
    public void A_point_whose_configuration_is_unusable_is_one()
        => Assert.That(KeysAt(Curve, Everywhere(8).Write(Config(8), "{concurrency: 8}")), Is.Empty);

    [Test]
    public void Is_not_looked_at_further_without_C_max()
        => Assert.That(Check(Everywhere(9).Set(Description(8), "max_supported_concurrency", "many")), Is.Empty);
}

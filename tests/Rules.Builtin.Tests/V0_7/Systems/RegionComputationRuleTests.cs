using System.Numerics;
using MlPerf.Endpoints.Rules.Builtin.V0_7.Systems;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Systems;

public sealed class RegionComputationRuleTests : BuiltinRuleContract<RegionComputationRule>
{
    [TestCase(33, ExpectedResult = null)]
    [TestCase(32, ExpectedResult = "fail")]
    [TestCase(0, ExpectedResult = "fail")]
    public string? Needs_more_than_32(int maximum) => Key(new BigInteger(maximum));

    [Test]
    public void Needs_a_maximum_whose_margin_a_double_can_hold()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Key(BigInteger.Pow(10, 308)), Is.Null);
            Assert.That(Key(BigInteger.Pow(10, 400)), Is.EqualTo("too-large"));
        }
    }

    [Test]
    public void Points_at_the_field()
    {
        var result = Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "max_supported_concurrency", 32)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Description));
            Assert.That(result.Pointer, Is.EqualTo("/max_supported_concurrency"));
            Assert.That(result.Message, Does.Contain("is 32"));
        }
    }

    private string? Key(BigInteger maximum) => Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "max_supported_concurrency", maximum)).SingleOrDefault()?.Key;
}

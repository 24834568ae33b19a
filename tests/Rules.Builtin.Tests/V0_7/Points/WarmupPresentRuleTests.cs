using MlPerf.Endpoints.Rules.Builtin.V0_7.Points;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Points;

public sealed class WarmupPresentRuleTests : BuiltinRuleContract<WarmupPresentRule>
{
    [Test]
    public void Refuses_a_null_like_an_absent_block()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Keys(ReleaseSample.Clean().Unset(ReleaseSample.Point(8), "warmup")), Does.Contain("fail"));
            Assert.That(Keys(ReleaseSample.Clean().Set(ReleaseSample.Point(8), "warmup", null)), Does.Contain("fail"));
            Assert.That(Keys(ReleaseSample.Clean()), Is.All.EqualTo("pass"));
        }
    }

    [Test]
    public void Names_the_point()
    {
        var result = Check(ReleaseSample.Clean().Unset(ReleaseSample.Point(8), "warmup")).Single(result => result.Key == "fail");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Point(8)));
            Assert.That(result.Message, Does.Contain("concurrency 8"));
        }
    }

    private IEnumerable<string> Keys(SubmissionBuilder submission) => Check(submission).Select(result => result.Key);
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class SystemResultsDirRuleTests : PointRuleContract<SystemResultsDirRule>
{
    [Test]
    public void Files_are_no_systems() => Assert.That(KeysAt("results", Clean().Remove("results").Write("results/readme.txt", "")), Is.EqualTo("fail"));

    [Test]
    public void Does_not_repeat_that_there_are_no_results()
    {
        var report = Report(Clean().Remove("results"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Results, Is.Empty);
            Assert.That(report.NotApplicable.Single().Reason, Is.EqualTo("there is no folder results"));
        }
    }

    protected override IReadOnlySet<string> ReachedElsewhere => base.ReachedElsewhere.Append("io-error").ToHashSet(StringComparer.Ordinal);
}

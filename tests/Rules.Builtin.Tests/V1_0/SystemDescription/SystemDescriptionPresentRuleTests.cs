using MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.SystemDescription;

public sealed class SystemDescriptionPresentRuleTests : PointRuleContract<SystemDescriptionPresentRule>
{
    [Test]
    public void Reports_each_missing_copy_and_then_that_none_can_be_read()
    {
        var submission = Concurrencies.Aggregate(Clean(), (submission, point) => submission.Write(Description(point), "[]")).Remove(Description(48));

        Assert.That(Check(submission).Select(result => $"{result.Path} {result.Key}"), Is.EqualTo(new[] { $"{Description(48)} fail-2", $"{Curve} fail" }));
    }

    [Test]
    public void A_folder_of_that_name_is_there_for_this_rule()
        => Assert.That(Check(Clean().Remove(Description(48)).AddFolder(Description(48))), Is.Empty);
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class ResultSummaryPresentRuleTests : PointRuleContract<ResultSummaryPresentRule>
{
    [Test]
    public void Tells_usable_points_from_unusable_ones()
    {
        var results = Check(Clean().Remove(Summary(8)).Remove(Summary(12)).Write(Config(12), "{}"));

        Assert.That(results.Select(result => $"{result.Path} {result.Key}"), Is.EqualTo(new[] { $"{Summary(8)} fail", $"{Summary(12)} fail-2" }));
    }

    [Test]
    public void A_folder_of_that_name_is_there_for_this_rule()
        => Assert.That(KeysAt(Summary(8), Clean().Remove(Summary(8)).AddFolder(Summary(8))), Is.Empty);
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class PointCountRuleTests : PointRuleContract<PointCountRule>
{
    [TestCase(7, ExpectedResult = "pass")]
    [TestCase(6, ExpectedResult = "fail")]
    public string Asks_for_seven_points(int points) => KeysAt(Curve, Clean().WithPoints(points));

    [TestCase(8, ExpectedResult = "pass")]
    [TestCase(7, ExpectedResult = "fail")]
    public string Asks_for_an_eighth_where_one_is_a_dedicated_Offline_run(int points)
        => KeysAt(Curve, Clean().WithPoints(points).Set(Config(512), "offline", "dedicated"));

    [TestCase(7, ExpectedResult = "pass")]
    [TestCase(6, ExpectedResult = "fail")]
    public string Asks_an_agentic_curve_for_seven_even_then(int points)
    {
        const string Agentic = "results/fjord_gb300x8/qwen3_6-35b-a3b";
        return KeysAt(Agentic, SubmissionBuilder.V1_0Agentic().WithPoints(points).Set($"{Agentic}/r512/point.yaml", "offline", "dedicated"));
    }

    [Test]
    public void Counts_empty_folders_and_unreadable_points()
        => Assert.That(KeysAt(Curve, Clean().WithPoints(5).AddFolder(Folder(600)).Write(Config(601), ": no yaml :")), Is.EqualTo("pass"));

    [Test]
    public void An_unreadable_dedicated_run_is_taken_for_an_ordinary_point()
        => Assert.That(KeysAt(Curve, WithConfig(512, "{offline: dedicated, region: []}")), Is.EqualTo("pass"));

    [Test]
    public void Names_what_is_missing()
    {
        var result = At(Curve, Clean().WithPoints(5)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.Contain("5").And.Contain("7"));
            Assert.That(result.Fix, Does.Contain("2 more points"));
        }
    }
}

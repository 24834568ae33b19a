using MlPerf.Endpoints.Rules.Builtin.V0_7.Curves;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Curves;

public sealed class ConfigConsistencyDatasetRuleTests : BuiltinRuleContract<ConfigConsistencyDatasetRule>
{
    [Test]
    public void Refuses_two_data_sets()
    {
        var result = Check(ReleaseSample.Clean().Set(ReleaseSample.Point(64), "dataset", "open_orca")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Model));
            Assert.That(result.Message, Does.Contain("\"cnn_dailymail\", \"open_orca\""));
        }
    }

    [Test]
    public void Takes_none_for_another_one() => Assert.That(Check(ReleaseSample.Clean().Unset(ReleaseSample.Point(64), "dataset")).Single().Key, Is.EqualTo("fail"));

    [Test]
    public void Does_not_ask_a_point_without_results()
        => Assert.That(Check(ReleaseSample.Clean().Set(ReleaseSample.Point(64), "dataset", "open_orca").Remove(ReleaseSample.Results(64))).Single().Key, Is.EqualTo("pass"));
}

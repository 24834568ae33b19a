using MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Structure;

public sealed class MeasurementPointsPresentRuleTests : BuiltinRuleContract<MeasurementPointsPresentRule>
{
    // UnreadableFoldersTests reach io-error; a submission in memory has no such folders.
    protected override IReadOnlySet<string> ReachedElsewhere => new HashSet<string>(base.ReachedElsewhere, StringComparer.Ordinal) { "io-error" };

    [TestCase("Point_8.yaml")]
    [TestCase("point8.yaml")]
    [TestCase("point_8.yml")]
    [TestCase("point_8.YAML")]
    public void Takes_no_other_name_for_a_point_file(string name)
    {
        var submission = ReleaseSample.Clean().Copy(ReleaseSample.Point(8), $"{ReleaseSample.Model}/{name}").Remove(ReleaseSample.Points);
        var result = Check(submission.Copy($"{ReleaseSample.Model}/{name}", $"{ReleaseSample.Points}/{name}")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Points));
        }
    }

    [Test]
    public void Counts_a_folder_that_is_called_like_a_point_file()
        => Assert.That(Check(ReleaseSample.Clean().Remove(ReleaseSample.Points).AddFolder($"{ReleaseSample.Points}/point_8.yaml")), Is.Empty);

    [Test]
    public void Says_that_a_missing_folder_comes_first()
        => Assert.That(Report(ReleaseSample.Clean().Remove($"{ReleaseSample.Model}/results")).NotApplicable.Single().Reason, Is.EqualTo("a required folder of the model is missing"));
}

using MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Accuracy.Release;

public sealed class AccuracyPresentRuleTests : BuiltinRuleContract<AccuracyPresentRule>
{
    [Test]
    public void Refuses_a_submission_without_any()
    {
        var result = Check(ReleaseSample.Clean().Remove(ReleaseSample.Accuracy)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Path, Is.EqualTo("pareto"));
        }
    }

    [TestCase("pareto/accuracy/results.json")]
    [TestCase("pareto/nobody/knows/.this/system/accuracy/results.json")]
    public void Takes_any_stray_file(string path)
        => Assert.That(Check(ReleaseSample.Clean().Remove(ReleaseSample.Accuracy).Write(path, "not even JSON")).Single().Key, Is.EqualTo("pass"));

    [TestCase("accuracy/results.json")]
    [TestCase("pareto/accuracy/deeper/results.json")]
    [TestCase("pareto/accuracy/accuracy_result.json")]
    public void Takes_no_other_file(string path)
        => Assert.That(Check(ReleaseSample.Clean().Remove(ReleaseSample.Accuracy).Write(path, "{}")).Single().Key, Is.EqualTo("fail"));

    [Test]
    public void Is_asked_where_no_system_is_usable()
        => Assert.That(Check(ReleaseSample.Clean().Write(ReleaseSample.Description, "{")).Single().Key, Is.EqualTo("pass"));

    [Test]
    public void Is_not_asked_where_there_is_no_system()
        => Assert.That(Check(ReleaseSample.Clean().Remove(ReleaseSample.Description).AddFolder("systems")), Is.Empty);
}

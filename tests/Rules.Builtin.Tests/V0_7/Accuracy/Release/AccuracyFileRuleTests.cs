using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Accuracy.Release;

public sealed class AccuracyFileRuleTests : BuiltinRuleContract<AccuracyFileRule>
{
    [Test]
    public void Warns_of_a_folder_without_results()
    {
        var result = Check(ReleaseSample.Clean().Write($"{ReleaseSample.Results(8)}/accuracy/log.txt", "")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Severity, Is.EqualTo(Severity.Warning));
            Assert.That(result.Path, Is.EqualTo($"{ReleaseSample.Results(8)}/accuracy/results.json"));
        }
    }

    [Test]
    public void Does_not_ask_a_point_without_a_usable_summary()
        => Assert.That(Check(ReleaseSample.Clean().Write($"{ReleaseSample.Results(8)}/accuracy/log.txt", "").Write(ReleaseSample.Summary(8), "{")), Is.Empty);

    [Test]
    public void Asks_for_no_folder() => Assert.That(Check(ReleaseSample.Clean().Remove($"{ReleaseSample.Results(512)}/accuracy")), Is.Empty);
}

using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Readme;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Accuracy.Readme;

public sealed class AccuracyFileRuleTests : BuiltinRuleContract<AccuracyFileRule>
{
    [Test]
    public void Names_each_missing_file()
        => Assert.That(
            Check(ReadmeSample.Clean().Remove($"{ReadmeSample.Model}/accuracy").AddFolder($"{ReadmeSample.Model}/accuracy")).Select(result => (result.Severity, result.Path)),
            Is.EqualTo(((Severity, string)[])[(Severity.Error, ReadmeSample.AccuracyLog), (Severity.Error, ReadmeSample.Accuracy)]));

    [Test]
    public void Takes_anything_of_the_name_for_there()
        => Assert.That(Check(ReadmeSample.Clean().Write(ReadmeSample.AccuracyLog, "").Remove(ReadmeSample.Accuracy).AddFolder(ReadmeSample.Accuracy)), Is.Empty);
}

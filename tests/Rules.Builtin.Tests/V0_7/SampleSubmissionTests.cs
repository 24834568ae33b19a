using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7;

public sealed class SampleSubmissionTests
{
    [TestCase("v0.7/readme", "readme")]
    [TestCase("v0.7/release", "0.1.1.10")]
    public void Clean_samples_have_no_finding(string name, string dialect)
    {
        var report = SubmissionBuilder.FromSample(name).Check(configure: options => options.Spec = options.Dialect = "auto");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Errors.Concat(report.Warnings), Is.Empty);
            Assert.That(report.Revision, Is.EqualTo(new SpecRevision("v0.7", dialect)));
        }
    }

    [Test]
    public void Ten_faults_are_ten_different_findings()
    {
        var report = SubmissionBuilder.FromSample("v0.7/ten-faults").Check();

        Assert.That(report.Errors.Concat(report.Warnings).Select(result => result.Rule), Is.EquivalentTo(new[]
        {
            "src-dir", "streaming-config", "warmup-present", "point-filename-concurrency", "point-duration", "metric-consistency-accounting",
            "metric-consistency-system-tps", "low-throughput-coverage", "result-file-present", "accuracy-gate",
        }));
    }
}

using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

public sealed class AgenticAccuracyRuleTests : BuiltinRuleContract<AgenticAccuracyRule>
{
    // No present model is without thresholds, so the outcome for one needs other data.
    protected override IReadOnlySet<string> ReachedElsewhere => new HashSet<string>(base.ReachedElsewhere, StringComparer.Ordinal) { "warn-2" };

    [Test]
    public void Warns_of_a_model_whose_thresholds_are_not_published()
    {
        var targets = new AgenticTargets("test", [new AgenticModel("Qwen", ["qwen3", "35b"], Thresholds: null)]);
        var catalogue = new RuleCatalogueBuilder().AddRule(new AgenticAccuracyRule(targets)).Build();

        var result = SubmissionBuilder.V1_0Agentic().Check(catalogue).Results.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("warn-2"));
            Assert.That(result.Message, Does.Contain("Qwen"));
        }
    }

    [Test]
    public void Warns_of_a_model_that_it_does_not_know()
    {
        var submission = SubmissionBuilder.V1_0();
        foreach (var file in submission.Paths.Where(path => path.EndsWith("/point.yaml", StringComparison.Ordinal)).ToList())
        {
            submission.Set(file, "runtime_settings.load_pattern", "agentic_inference");
        }

        var result = Check(submission).Single();

        Assert.That((result.Key, result.Path), Is.EqualTo(("warn", AccuracySubmissions.Curve)));
    }

    [Test]
    public void Says_nothing_of_a_model_that_it_knows() => Assert.That(Check(SubmissionBuilder.V1_0Agentic()), Is.Empty);

    [Test]
    public void Does_not_apply_to_a_mixed_curve()
    {
        var report = Report(SubmissionBuilder.V1_0Agentic().Set($"{AccuracySubmissions.AgenticCurve}/r4/point.yaml", "runtime_settings.load_pattern", "concurrency"));

        Assert.That(report.NotApplicable, Has.Exactly(1).Items);
    }
}

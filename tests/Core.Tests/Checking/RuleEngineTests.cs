using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Core.Tests.Checking;

public sealed class RuleEngineTests
{
    [Test]
    public void A_rule_that_throws_becomes_one_error_and_the_others_go_on()
    {
        var report = SubmissionBuilder.V1_0().Check(new RuleCatalogueBuilder().AddRule<ThrowingRule>().AddRule<GreetingRule>().Build());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.HasRuleFailures, Is.True);
            Assert.That(report.Errors.Single().Rule, Is.EqualTo("throwing"));
            Assert.That(report.Errors.Single().Message, Does.Contain("InvalidOperationException").And.Contain("no luck"));
            Assert.That(report.Results.Count(result => result.Rule == "greeting"), Is.EqualTo(7));
        }
    }

    [Test]
    public void What_does_not_apply_is_no_result()
    {
        var report = SubmissionBuilder.V1_0().Check(new RuleCatalogueBuilder().AddRule<IdleRule>().Build());

        Assert.That(report.Results, Is.Empty);
        Assert.That(report.NotApplicable.Single().Reason, Is.EqualTo("it is a quiet day"));
    }

    [Test]
    public void Opt_in_rules_run_only_where_they_are_asked_for()
    {
        var catalogue = new RuleCatalogueBuilder().AddRule<GreetingRule>().AddRule<ShyRule>().Build();

        Assert.That(SubmissionBuilder.V1_0().Check(catalogue).Results.Any(result => result.Rule == "shy"), Is.False);
        Assert.That(SubmissionBuilder.V1_0().Check(catalogue, options => options.OptIn.Add("shy")).Results.Any(result => result.Rule == "shy"), Is.True);
        Assert.That(() => SubmissionBuilder.V1_0().Check(catalogue, options => options.OptIn.Add("shi")), Throws.ArgumentException.With.Message.Contains("Did you mean 'shy'?"));
    }

    [Test]
    public void A_cancelled_check_ends_with_the_cancellation()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var checker = new SubmissionChecker(SubmissionBuilder.V1_0().ToSource(), catalogue: new RuleCatalogueBuilder().AddRule<GreetingRule>().Build());

        Assert.That(async () => await checker.RunAsync(cancellationToken: stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static RuleDescriptor Describe(string id, Outcome outcome, bool isOptIn = false) => new(id, id, [SpecRevision.V1_0], [outcome], isOptIn: isOptIn);

    public sealed class ThrowingRule : ComplianceRule<Submission>
    {
        private static readonly Outcome Fine = Outcome.Pass("pass", "house", "fine");

        public override RuleDescriptor Descriptor { get; } = Describe("throwing", Fine);

        public override IEnumerable<RuleResult> Check(Submission target) => throw new InvalidOperationException("no luck");
    }

    public sealed class GreetingRule : ComplianceRule<PointFolder>
    {
        private static readonly Outcome Fine = Outcome.Pass("pass", "house", "hello");

        public override RuleDescriptor Descriptor { get; } = Describe("greeting", Fine);

        public override IEnumerable<RuleResult> Check(PointFolder target) => [Fine.At(target.Path)];
    }

    public sealed class IdleRule : ComplianceRule<Submission>
    {
        private static readonly Outcome Fine = Outcome.Pass("pass", "house", "fine");

        public override RuleDescriptor Descriptor { get; } = Describe("idle", Fine);

        public override IEnumerable<RuleResult> Check(Submission target) => [NotApplicable(target, "it is a quiet day")];
    }

    public sealed class ShyRule : ComplianceRule<Submission>
    {
        private static readonly Outcome Fine = Outcome.Pass("pass", "house", "fine");

        public override RuleDescriptor Descriptor { get; } = Describe("shy", Fine, isOptIn: true);

        public override IEnumerable<RuleResult> Check(Submission target) => [Fine.At(target.Path)];
    }
}

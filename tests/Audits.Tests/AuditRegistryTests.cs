using Acme.HouseAudits;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Audits.Tests;

public sealed class AuditRegistryTests
{
    [Test]
    public void Knows_the_builtin_audits_by_id()
        => Assert.That(AuditRegistry.Builtin.Audits.Select(audit => audit.Id), Is.EqualTo(new[]
        {
            "accuracy_in_performance_full_test", "accuracy_in_performance_test", "consistency_output_test", "output_caching_test", "output_length_test", "perturbed_model_test", "reproduction_test",
        }));

    [Test]
    public void Finds_an_audit_of_another_pack_and_reads_its_block()
    {
        var registry = AuditRegistry.From([typeof(DeterminismAudit).Assembly]);
        var reading = new Configuration.BenchmarkConfigurationReader(registry).Read(
            "type: offline\nmodel_params: {name: m}\ndatasets: [{path: d.jsonl}]\nendpoint_config: {endpoints: [\"http://h:1\"]}\naudit: {test: determinism_test, repeats: 3}\n"u8.ToArray());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(registry.Find("determinism_test"), Is.Not.Null);
            Assert.That(reading.Problems, Is.Empty);
            Assert.That(reading.Configuration!.Audit, Is.EqualTo(new DeterminismConfiguration { Repeats = 3 }));
            Assert.That(registry.Parts.Single(part => part.Part.Id == "determinism_test").Pack.Name, Is.EqualTo("Acme.HouseAudits"));
        }
    }

    [TestCase("same", "same", true)]
    [TestCase("same", "other", false)]
    public void Judges_with_the_audit_of_another_pack(string first, string second, bool passed)
    {
        var report = new RunReport { Issued = 2, Completed = 2, Failed = 0, DurationNs = 1, State = "complete", IsComplete = true, Qps = 1 };
        var evidence = new AuditEvidence([new PhaseEvidence("repeated", report, 2) { Outputs = [new SampleOutput(0, first), new SampleOutput(0, second)] }]);

        Assert.That(new DeterminismAudit().Verify(new DeterminismConfiguration(), evidence).Passed, Is.EqualTo(passed));
    }

    [Test]
    public void Refuses_two_audits_of_one_id()
        => Assert.That(() => AuditRegistry.Of(new DeterminismAudit(), new DeterminismAudit()), Throws.TypeOf<RulePackLoadException>().With.Message.Contains("determinism_test"));

    [Test]
    public void Tells_that_TEST08_is_reserved()
    {
        var reading = new Configuration.BenchmarkConfigurationReader(AuditRegistry.Builtin).Read(
            "type: offline\nmodel_params: {name: m}\ndatasets: [{path: d.jsonl}]\nendpoint_config: {endpoints: [\"http://h:1\"]}\naudit: {test: accuracy_in_performance_dlrmv3_test, samples: 3}\n"u8.ToArray());

        Assert.That(reading.Problems.Single(problem => problem.Path == "audit.test").Message, Does.Contain("reserved"));
    }
}

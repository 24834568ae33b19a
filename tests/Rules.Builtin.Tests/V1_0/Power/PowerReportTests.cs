using System.Text.Json;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power;

/// <summary>The section of the report that shows what was computed.</summary>
public sealed class PowerReportTests
{
    [Test]
    public void Shows_every_figure_of_a_system_and_its_points()
    {
        using var report = Report(PowerSubmissions.FourNodes().Merge("results/acme_a8/llama3_1-8b/r8/point.yaml", "nodes_used: [{system_node_ensemble_id: 0, nodes: 3}]")
            .Set("results/acme_a8/llama3_1-8b/r8/system_desc.json", "data_parallel", 6));
        var system = report.RootElement.GetProperty("power").EnumerateArray().Single();
        var point = system.GetProperty("points").EnumerateArray().First();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(system.GetProperty("system").GetString(), Is.EqualTo("acme_a8"));
            Assert.That(system.GetProperty("path").GetString(), Is.EqualTo("submission/results/acme_a8/system_power.json"));
            Assert.That(system.GetProperty("provisioned_power_kw").GetDouble(), Is.EqualTo(73));
            Assert.That(system.GetProperty("major_components_w").GetDouble(), Is.EqualTo(48000));
            Assert.That(system.GetProperty("node_sets")[0].GetProperty("share_w").GetDouble(), Is.EqualTo(72000));
            Assert.That(system.GetProperty("points").GetArrayLength(), Is.EqualTo(7));
            Assert.That(point.GetProperty("point_power_kw").GetDouble(), Is.EqualTo(54.75));
            Assert.That(point.GetProperty("scale_out_switches_w").GetDouble(), Is.EqualTo(750));
            Assert.That(point.GetProperty("system_tps_per_kw").GetDouble(), Is.EqualTo(16.4));
        }
    }

    [Test]
    public void Says_why_there_is_no_power()
    {
        using var report = Report(PowerSubmissions.With("""{"provisioned_power_kw": 1}"""));
        var system = report.RootElement.GetProperty("power").EnumerateArray().Single();
        var problem = report.RootElement.GetProperty("errors").EnumerateArray().Single(result => result.GetProperty("rule").GetString() == "power-descriptor");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(system.GetProperty("provisioned_power_kw").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(system.GetProperty("problems")[0].GetProperty("reason_id").GetString(), Is.EqualTo("provisioned-power-kw-recomputed"));
            Assert.That(system.GetProperty("points")[0].GetProperty("reason").GetString(), Does.Contain("rejected"));
            Assert.That(problem.GetProperty("reason_id").GetString(), Is.EqualTo("provisioned-power-kw-recomputed"));
        }
    }

    [Test]
    public void Is_left_out_where_no_system_has_a_descriptor()
    {
        using var report = Report(SubmissionBuilder.V1_0().Remove(PowerSubmissions.PowerFile));

        Assert.That(report.RootElement.TryGetProperty("power", out _), Is.False);
    }

    private static JsonDocument Report(SubmissionBuilder submission) => JsonDocument.Parse(submission.Check().ToJson());
}

using MlPerf.Endpoints.Rules.Builtin.V1_0.Power;
using static MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power.PowerSubmissions;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power;

public sealed class PowerEstimatedRuleTests : PointRuleContract<PowerEstimatedRule>
{
    [Test]
    public void Says_nothing_of_sourced_figures() => Assert.That(Check(Clean()), Is.Empty);

    [Test]
    public void Lists_what_defaults_stand_for()
    {
        var result = Check(WithNodeSet("components.accelerator.tdp_per_unit", null).Set(PowerFile, "node_sets.0.components.cpu.tdp_per_unit", null)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.Key, result.Path), Is.EqualTo(("warn", PowerFile)));
            Assert.That(result.Message, Does.Contain("node_sets[0].components.cpu.tdp_per_unit (D.2, filled in); node_sets[0].components.accelerator.tdp_per_unit (D.3, filled in)"));
        }
    }

    [Test]
    public void Under_a_declared_figure_only_its_own_source_counts()
    {
        var declared = WithNodeSet("components.accelerator.tdp_per_unit", null)
            .Merge(PowerFile, """{"declared_provisioned_power": {"value_kw": 18, "source_type": "publication", "source": "https://acme.example.org/spec"}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(declared), Is.Empty);
            Assert.That(
                Check(declared.Merge(PowerFile, """{"declared_provisioned_power": {"source_type": "mlc_default", "source": "D.3"}}""")).Single().Message,
                Does.Contain("declared_provisioned_power (D.3, supplied)"));
        }
    }

    [Test]
    public void Says_nothing_of_a_rejected_descriptor()
        => Assert.That(Check(WithNodeSet("components.accelerator.tdp_per_unit", null).Set(PowerFile, "provisioned_power_kw", 1)), Is.Empty);
}

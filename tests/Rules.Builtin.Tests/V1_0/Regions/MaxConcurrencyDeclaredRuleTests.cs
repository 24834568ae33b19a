using MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Regions;

public sealed class MaxConcurrencyDeclaredRuleTests : PointRuleContract<MaxConcurrencyDeclaredRule>
{
    [Test]
    public void Says_it_also_where_it_is_too_low()
        => Assert.That(At(Description(8), Clean().Set(Description(8), "max_supported_concurrency", 3)).Single().Message, Does.EndWith("is 3"));

    [Test]
    public void Says_nothing_where_C_min_is_declared_badly() => Assert.That(Check(Clean().Set(Description(8), "c_min_override", 8)), Is.Empty);
}

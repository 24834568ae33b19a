using Acme.HouseRules.Rules;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing;
using MlPerf.Endpoints.Testing.Building;

namespace Acme.HouseRules.Tests;

public sealed class HousePointSpreadRuleTests : RuleContract<HousePointSpreadRule>
{
    // A stricter house: the sample's 12 and 48 are then too far apart.
    protected override void Configure(RuleCatalogueBuilder builder) => builder.AddData(new PointSpread(4));

    [TestCase(12, ExpectedResult = "pass")]
    [TestCase(11, ExpectedResult = "gap")]
    public string Judges_at_the_factor(int second)
        => Check(SubmissionBuilder.V1_0().Set("results/acme_a8/llama3_1-8b/r12/point.yaml", "concurrency", second)).Single().Key;

    [Test]
    public void Says_where_a_point_is_missing()
    {
        var result = Check(SubmissionBuilder.V1_0().Set("results/acme_a8/llama3_1-8b/r8/point.yaml", "concurrency", 1)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.EqualTo("results/acme_a8/llama3_1-8b"));
            Assert.That(result.Message, Does.Contain("between concurrency 1 and 12"));
            Assert.That(result.Fix, Does.Contain("near concurrency 3"));
        }
    }
}

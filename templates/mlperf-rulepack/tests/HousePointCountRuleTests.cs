using MlPerf.Endpoints.Testing;
using MlPerf.Endpoints.Testing.Building;

namespace Acme.Rules.Tests;

public sealed class HousePointCountRuleTests : RuleContract<HousePointCountRule>
{
    protected override IEnumerable<SubmissionBuilder> FurtherCases => [SubmissionBuilder.V1_0().WithPoints(9)];

    [TestCase(9, ExpectedResult = "pass")]
    [TestCase(8, ExpectedResult = "fail")]
    public string Judges_at_the_limit(int points) => Check(SubmissionBuilder.V1_0().WithPoints(points)).Single().Key;
}

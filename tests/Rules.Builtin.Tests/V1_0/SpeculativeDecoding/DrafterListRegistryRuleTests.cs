using MlPerf.Endpoints.Rules.Builtin.V1_0.SpeculativeDecoding;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.SpeculativeDecoding;

public sealed class DrafterListRegistryRuleTests : PointRuleContract<DrafterListRegistryRule>
{
    [TestCase("drafters: []", ExpectedResult = "")]
    [TestCase("", ExpectedResult = "")]
    [TestCase("# none yet", ExpectedResult = "")]
    [TestCase("drafters: [{benchmark: b, target_checksum: t, configuration: [[n, 1]]}]", ExpectedResult = "")]
    [TestCase("drafters: [{benchmark: b, weight_checksum: 1, configuration: 0}]", ExpectedResult = "")]
    [TestCase("drafters:", ExpectedResult = "unavailable")]
    [TestCase("drafters: {}", ExpectedResult = "unavailable")]
    [TestCase("[]", ExpectedResult = "unavailable")]
    [TestCase("drafters: [x]", ExpectedResult = "unavailable")]
    [TestCase("drafters: [{benchmark: '', weight_checksum: w}]", ExpectedResult = "unavailable")]
    [TestCase("drafters: [{benchmark: 1, weight_checksum: w}]", ExpectedResult = "unavailable")]
    [TestCase("drafters: [{benchmark: b}]", ExpectedResult = "unavailable")]
    [TestCase("drafters: [{benchmark: b, weight_checksum: w, configuration: x}]", ExpectedResult = "unavailable")]
    [TestCase("drafters: [{benchmark: b, weight_checksum: w, configuration: [5]}]", ExpectedResult = "unavailable")]
    [TestCase("drafters: [", ExpectedResult = "unavailable")]
    public string Tells_an_empty_list_from_a_broken_one(string list) => string.Join(' ', Check(Clean().WithApprovedDrafters(list)).Select(result => result.Key));

    [Test]
    public void Says_where_the_list_is_broken()
    {
        var result = Check(Clean().WithApprovedDrafters("drafters:\n  - benchmark: b\n    model_id: m\n")).Single();

        Assert.That(result.Message, Does.Contain(":2:5").And.Contain("weight_checksum or target_checksum"));
    }
}

using MlPerf.Endpoints.Rules.Builtin.V0_7.Structure.Readme;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Structure.Readme;

public sealed class SrcDirRuleTests : BuiltinRuleContract<SrcDirRule>
{
    [Test]
    public void Asks_once_for_each_Standardized_system()
    {
        var result = Check(ReadmeSample.Clean().Remove("src")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Path, Is.EqualTo("src"));
            Assert.That(result.Message, Does.Contain("src/, which is missing"));
        }
    }

    [TestCase("Serviced")]
    [TestCase("RDI")]
    public void Says_why_it_asks_no_other_division(string division)
    {
        var report = Report(ReadmeSample.Clean().Set(ReadmeSample.Description, "division", division).Remove("src"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Results, Is.Empty);
            Assert.That(report.NotApplicable.Single().Reason, Does.Contain("Standardized"));
        }
    }
}

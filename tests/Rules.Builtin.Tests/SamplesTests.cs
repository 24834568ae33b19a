using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests;

public sealed class SamplesTests
{
    private static IEnumerable<string> Clean => Samples.Names.Where(name => !name.EndsWith("faults", StringComparison.Ordinal));

    private static IEnumerable<string> Faulty => Samples.Names.Where(name => name.EndsWith("faults", StringComparison.Ordinal));

    [TestCaseSource(nameof(Clean))]
    public void Is_clean(string name)
        => Assert.That(SubmissionBuilder.FromSample(name).Check().Results.Where(result => result.Severity is not Severity.Info).Select(result => result.ToString()), Is.Empty);

    [TestCaseSource(nameof(Faulty))]
    public void Has_ten_faults_that_ten_rules_find_once_each(string name)
        => Assert.That(
            SubmissionBuilder.FromSample(name).Check().Results.Where(result => result.Severity is not Severity.Info).Select(result => result.Rule),
            Is.Unique.And.Exactly(10).Items);
}

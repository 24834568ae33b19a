using MlPerf.Endpoints.Core.Checking;

namespace MlPerf.Endpoints.Core.Tests.Checking;

public sealed class ReferenceDataVariablesTests
{
    [Test]
    public void Variables_name_what_no_option_names()
    {
        var options = ReferenceDataVariables.Apply(new CheckerOptions { SeedSetsFile = "option.yaml" }, name => $"{name}.yaml");

        Assert.That((options.SeedSetsFile, options.ApprovedDraftersFile), Is.EqualTo(("option.yaml", "MLPERF_ENDPOINTS_APPROVED_DRAFTERS.yaml")));
    }

    [TestCase("")]
    [TestCase(null)]
    public void An_empty_variable_counts_as_not_set(string? value)
    {
        var options = ReferenceDataVariables.Apply(new CheckerOptions(), _ => value);

        Assert.That((options.SeedSetsFile, options.ApprovedDraftersFile), Is.EqualTo((default(string), default(string))));
    }
}

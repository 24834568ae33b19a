using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class BenchmarkModelDirRuleTests : PointRuleContract<BenchmarkModelDirRule>
{
    [Test]
    public void Files_are_no_models()
    {
        var results = Check(Clean().Write("results/.DS_Store/x", "").Write("results/other/system_power.json", "{}"));

        Assert.That(results.Select(result => $"{result.Path} {result.Key}"), Is.EqualTo(new[] { "results/.DS_Store fail", "results/other fail" }));
    }

    protected override IReadOnlySet<string> ReachedElsewhere => base.ReachedElsewhere.Append("io-error").ToHashSet(StringComparer.Ordinal);
}

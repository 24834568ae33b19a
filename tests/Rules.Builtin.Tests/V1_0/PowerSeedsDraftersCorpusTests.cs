using System.Collections.Frozen;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Power;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;
using MlPerf.Endpoints.Rules.Builtin.V1_0.SpeculativeDecoding;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0;

/// <summary>The rules of power, seeds and drafters alone, without any other, over the whole corpus: no rule hangs on another's findings.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PowerSeedsDraftersCorpusTests
{
    private static readonly RuleCatalogue Catalogue = new RuleCatalogueBuilder()
        .AddRule<SeedSetRegistryRule>()
        .AddRule<SeedConfigLegacyRule>()
        .AddRule<SeedSetConsistencyRule>()
        .AddRule<SeedSetMembershipRule>()
        .AddRule<SeedRuntimeMatchRule>()
        .AddRule<SeedSetAdoptionRule>()
        .AddRule<DrafterListRegistryRule>()
        .AddRule<ApprovedDrafterRule>()
        .AddRule<DrafterApprovalLeadTimeRule>()
        .AddRule<PowerDescriptorRule>()
        .AddRule<PowerEstimatedRule>()
        .AddRule<NodesUsedRule>()
        .AddRule<MaximalEngagementRule>()
        .AddRule<MetricConsistencyTpsPerKwRule>()
        .Build();

    private static readonly FrozenSet<string> Ids = Catalogue.Rules.Select(rule => rule.Descriptor.Id).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<TestCaseData> Cases()
        => CorpusFile.LoadAll(Path.Combine(AppContext.BaseDirectory, "Corpus", "v1.0")).Where(item => item.Expected.Crash is null)
            .Select(item => new TestCaseData(item).SetArgDisplayNames(item.Name));

    [TestCaseSource(nameof(Cases))]
    public void Agrees_with_the_reference(CorpusCase item)
    {
        var report = Check(item);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                report.Results.Where(result => result.Severity is not Severity.Info)
                    .Select(result => Line(result.Rule, SeverityNames.Of(result.Severity), result.SpecReference, result.Path, result.Key)),
                Is.EquivalentTo(item.Expected.Findings.Where(finding => Ids.Contains(finding.Rule))
                    .Select(finding => Line(finding.Rule, finding.Severity, finding.SpecReference, finding.Path, finding.Key))));
            Assert.That(
                report.Results.Where(result => result.Severity is Severity.Info).CountBy(result => result.Rule).Select(pass => $"{pass.Key} {pass.Value}"),
                Is.EquivalentTo(item.Expected.Passes.Where(pass => Ids.Contains(pass.Key)).Select(pass => $"{pass.Key} {pass.Value}")));
        }
    }

    private static Report Check(CorpusCase item)
    {
        var seedSets = Write(item.SeedSets);
        var drafters = Write(item.ApprovedDrafters);
        try
        {
            var options = new CheckerOptions { Spec = item.Revision.Name, SeedSetsFile = seedSets, ApprovedDraftersFile = drafters };
            return new SubmissionChecker(item.ToSource(), options, Catalogue).Run();
        }
        finally
        {
            Delete(seedSets);
            Delete(drafters);
        }
    }

    private static string? Write(CorpusOption? option)
    {
        if (option is null)
        {
            return null;
        }

        var file = Path.GetTempFileName();
        if (option.Text is { } text)
        {
            File.WriteAllText(file, text);
        }
        else
        {
            File.Delete(file);
        }

        return file;
    }

    private static void Delete(string? file)
    {
        if (file is not null)
        {
            File.Delete(file);
        }
    }

    private static string Line(string rule, string severity, string specReference, string? path, string? key)
        => $"{severity} {rule}/{key} [{specReference}] {path ?? "(no path)"}";
}

using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Conformance;

/// <summary>Compares a report with the reference's verdict: findings as a multiset, the overall verdict, pass counts.</summary>
internal static class Verdicts
{
    public static void AssertAgree(CorpusCase item, Report report)
    {
        Assert.That(report.Errors.Where(error => error.Key == "rule-failed").Select(error => error.ToString()), Is.Empty, "a rule threw");
        if (item.Expected.Crash is not null)
        {
            AssertOwed(item, report);
            return;
        }

        var hasKeys = item.Revision.Covers(SpecRevision.V1_0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Findings(report, hasKeys), Is.EquivalentTo(Theirs(item.Expected, hasKeys)));
            Assert.That(Passes(report), Is.EquivalentTo(item.Expected.Passes.Select(pass => $"{pass.Key} {pass.Value}")));
            Assert.That(report.Passed, Is.EqualTo(item.Expected.Passed));
        }
    }

    // The reference fell over; the books say what is owed instead, and a pass never is.
    private static void AssertOwed(CorpusCase item, Report report)
    {
        if (item.Revision.Covers(SpecRevision.V1_0))
        {
            return;
        }

        Assert.That(Findings(report, hasKeys: false), Is.EquivalentTo(CrashFindingsV0_7.Of(item) ?? throw new AssertionException($"Nobody says what {item.Name} owes.")));
        Assert.That(report.Passed, Is.False);
    }

    /// <summary>Errors and warnings, one line each.</summary>
    public static IEnumerable<string> Findings(Report report, bool hasKeys)
        => report.Results.Where(result => result.Severity is not Severity.Info)
            .Select(result => Line(result.Rule, SeverityNames.Of(result.Severity), result.SpecReference, result.Path, hasKeys ? result.Key : null));

    private static IEnumerable<string> Theirs(CorpusVerdict verdict, bool hasKeys)
        => verdict.Findings.Select(finding => Line(finding.Rule, finding.Severity, finding.SpecReference, finding.Path, hasKeys ? finding.Key : null));

    private static IEnumerable<string> Passes(Report report)
        => report.Results.Where(result => result.Severity is Severity.Info).CountBy(result => result.Rule).Select(pass => $"{pass.Key} {pass.Value}");

    private static string Line(string rule, string severity, string specReference, string? path, string? key)
        => $"{severity} {rule}{(key is null ? "" : "/" + key)} [{specReference}] {path ?? "(no path)"}";
}

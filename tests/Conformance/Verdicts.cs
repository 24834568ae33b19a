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
            // The reference fell over; what its book owes instead stands in CrashFindings.verified.txt.
            return;
        }

        var hasKeys = item.Revision.Covers(SpecRevision.V1_0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ours(report, hasKeys), Is.EquivalentTo(Theirs(item.Expected, hasKeys)));
            Assert.That(Passes(report), Is.EquivalentTo(item.Expected.Passes.Select(pass => $"{pass.Key} {pass.Value}")));
            Assert.That(report.Passed, Is.EqualTo(item.Expected.Passed));
        }
    }

    private static IEnumerable<string> Ours(Report report, bool hasKeys)
        => report.Results.Where(result => result.Severity is not Severity.Info)
            .Select(result => Line(result.Rule, SeverityNames.Of(result.Severity), result.SpecReference, result.Path, hasKeys ? result.Key : null));

    private static IEnumerable<string> Theirs(CorpusVerdict verdict, bool hasKeys)
        => verdict.Findings.Select(finding => Line(finding.Rule, finding.Severity, finding.SpecReference, finding.Path, hasKeys ? finding.Key : null));

    private static IEnumerable<string> Passes(Report report)
        => report.Results.Where(result => result.Severity is Severity.Info).CountBy(result => result.Rule).Select(pass => $"{pass.Key} {pass.Value}");

    private static string Line(string rule, string severity, string specReference, string? path, string? key)
        => $"{severity} {rule}{(key is null ? "" : "/" + key)} [{specReference}] {path ?? "(no path)"}";
}

using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Conformance;

/// <summary>Compares a judgement with the reference's verdict: findings as a multiset, the overall verdict, pass counts.</summary>
internal static class Verdicts
{
    public static void AssertAgree(CorpusCase item, Judgement judgement)
    {
        Assert.That(judgement.Results.Where(result => result.Key == "rule-failed").Select(result => $"{result.Rule}: {result.Message}"), Is.Empty, "a rule threw");
        if (item.Expected.Crash is not null)
        {
            AssertOwed(item, judgement);
            return;
        }

        var hasKeys = item.Revision.Covers(SpecRevision.V1_0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Findings(judgement, hasKeys), Is.EquivalentTo(Theirs(item.Expected, hasKeys)));
            Assert.That(Passes(judgement), Is.EquivalentTo(item.Expected.Passes.Select(pass => $"{pass.Key} {pass.Value}")));
            Assert.That(judgement.Passed, Is.EqualTo(item.Expected.Passed));
        }
    }

    // The reference fell over; the rule books say what is owed instead.
    private static void AssertOwed(CorpusCase item, Judgement judgement)
    {
        if (item.Revision.Covers(SpecRevision.V1_0))
        {
            var findings = judgement.Results.Where(result => result.Severity is not "info").Select(result => $"{result.Severity} {result.Rule}/{result.Key} {result.Path ?? "-"}");
            Assert.That(findings, Is.EquivalentTo(CrashCasesV1_0Tests.OwedBy(item)));
            return;
        }

        Assert.That(Findings(judgement, hasKeys: false), Is.EquivalentTo(CrashFindingsV0_7.Of(item) ?? throw new AssertionException($"The table has no row for {item.Name}.")));
        Assert.That(judgement.Passed, Is.False);
    }

    /// <summary>Errors and warnings, one line each.</summary>
    public static IEnumerable<string> Findings(Judgement judgement, bool hasKeys)
        => judgement.Results.Where(result => result.Severity is not "info")
            .Select(result => Line(result.Rule, result.Severity, result.SpecReference, result.Path, hasKeys ? result.Key : null));

    private static IEnumerable<string> Theirs(CorpusVerdict verdict, bool hasKeys)
        => verdict.Findings.Select(finding => Line(finding.Rule, finding.Severity, finding.SpecReference, finding.Path, hasKeys ? finding.Key : null));

    private static IEnumerable<string> Passes(Judgement judgement)
        => judgement.Results.Where(result => result.Severity is "info").CountBy(result => result.Rule).Select(pass => $"{pass.Key} {pass.Value}");

    private static string Line(string rule, string severity, string specReference, string? path, string? key)
        => $"{severity} {rule}{(key is null ? "" : "/" + key)} [{specReference}] {path ?? "(no path)"}";
}

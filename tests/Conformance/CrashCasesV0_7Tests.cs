using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Conformance;

/// <summary>Where the v0.7 reference falls over we finish, with the findings of the table, and never with a pass.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CrashCasesV0_7Tests
{
    private const int NamedByTheBook = 52;

    [Test]
    public void Table_names_as_many_cases_as_the_book() => Assert.That(CrashFindingsV0_7.Count, Is.EqualTo(NamedByTheBook));

    [Test]
    public void Every_crash_of_the_corpus_stands_in_the_table()
        => Assert.That(CorpusFile.LoadAll(Path.Combine(CorpusCases.Folder, "v0.7")).Where(item => item.Expected.Crash is not null && CrashFindingsV0_7.Of(item) is null), Is.Empty);

    [TestCaseSource(nameof(Crashes))]
    public void Finds_what_the_table_says(CorpusCase item)
    {
        var report = new SubmissionChecker(item.ToSource(), new CheckerOptions { Spec = item.Revision.Name, Dialect = item.Revision.Dialect! }).Run();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Passed, Is.False);
            Assert.That(report.HasRuleFailures, Is.False);
            Assert.That(Verdicts.Findings(Judgement.Of(report), hasKeys: false), Is.EquivalentTo(CrashFindingsV0_7.Of(item)!));
        }
    }

    private static IEnumerable<TestCaseData> Crashes()
        => CorpusFile.LoadAll(Path.Combine(CorpusCases.Folder, "v0.7")).Where(item => item.Expected.Crash is not null)
            .Select(item => new TestCaseData(item).SetArgDisplayNames(item.Name));
}

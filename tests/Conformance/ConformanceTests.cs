using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Conformance;

/// <summary>Every case of the corpus, from memory and from disk, against the reference's verdict.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ConformanceTests
{
    [TestCaseSource(typeof(CorpusCases), nameof(CorpusCases.V0_7))]
    public void V0_7_from_memory(CorpusCase item) => Verdicts.AssertAgree(item, Check(item, item.ToSource()));

    [TestCaseSource(typeof(CorpusCases), nameof(CorpusCases.V0_7))]
    public void V0_7_from_disk(CorpusCase item) => FromDisk(item);

    [TestCaseSource(typeof(CorpusCases), nameof(CorpusCases.V1_0))]
    public void V1_0_from_memory(CorpusCase item) => Verdicts.AssertAgree(item, Check(item, item.ToSource()));

    [TestCaseSource(typeof(CorpusCases), nameof(CorpusCases.V1_0))]
    public void V1_0_from_disk(CorpusCase item) => FromDisk(item);

    private static void FromDisk(CorpusCase item)
    {
        using var folder = new TemporaryFolder();
        Verdicts.AssertAgree(item, Check(item, new FolderSource(item.LayOut(folder.Path))));
    }

    private static Judgement Check(CorpusCase item, ISubmissionSource source)
    {
        using var folder = new TemporaryFolder();
        var options = new CheckerOptions
        {
            Spec = item.Revision.Name,
            Dialect = item.Revision.Dialect ?? "auto",
            SeedSetsFile = folder.Write("seed-sets", item.SeedSets),
            ApprovedDraftersFile = folder.Write("drafters", item.ApprovedDrafters),
        };
        return Judgement.Of(new SubmissionChecker(source, options).Run());
    }
}

using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Conformance;

/// <summary>The corpus as NUnit cases, named <c>group/name</c>.</summary>
internal static class CorpusCases
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static IEnumerable<TestCaseData> V0_7() => Cases("v0.7");

    public static IEnumerable<TestCaseData> V1_0() => Cases("v1.0");

    public static IEnumerable<CorpusCase> All() => CorpusFile.LoadAll(Path.Combine(Folder, "v0.7")).Concat(CorpusFile.LoadAll(Path.Combine(Folder, "v1.0")));

    private static IEnumerable<TestCaseData> Cases(string spec)
        => CorpusFile.LoadAll(Path.Combine(Folder, spec)).Select(item => new TestCaseData(item).SetArgDisplayNames(item.Name));
}

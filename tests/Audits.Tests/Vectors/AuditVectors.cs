using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

/// <summary>The vectors of tests/Corpus/audit, one NUnit case each.</summary>
internal static class AuditVectors
{
    private static readonly Lazy<JsonDocument> Caching = new(() => Load("caching-verdicts.json"));
    private static readonly Lazy<JsonDocument> Runner = new(() => Load("runner-vectors.json"));

    public static JsonElement CachingRoot => Caching.Value.RootElement;

    public static JsonElement RunnerRoot => Runner.Value.RootElement;

    public static string CorpusFolder { get; } = FindCorpus();

    public static IEnumerable<TestCaseData> OfCaching(string group) => Cases(CachingRoot, group);

    public static IEnumerable<TestCaseData> OfRunner(string group) => Cases(RunnerRoot, group);

    /// <summary>A number that may be spelt as text where JSON has none.</summary>
    public static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var other => throw new InvalidDataException(other),
        },
        _ => value.GetDouble(),
    };

    private static IEnumerable<TestCaseData> Cases(JsonElement root, string group)
    {
        var count = 0;
        foreach (var vector in root.GetProperty(group).EnumerateArray())
        {
            var name = vector.TryGetProperty("name", out var given) ? given.GetString() : $"{count}";
            yield return new TestCaseData(vector).SetName($"{{m}}({group}/{name})");
            count++;
        }

        if (count == 0)
        {
            throw new InvalidDataException($"The group {group} has no vectors; an empty run proves nothing.");
        }
    }

    private static JsonDocument Load(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Join(CorpusFolder, "audit", name)));

    private static string FindCorpus()
    {
        for (var folder = TestContext.CurrentContext.TestDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var corpus = Path.Join(folder, "tests", "Corpus");
            if (Directory.Exists(corpus))
            {
                return corpus;
            }
        }

        throw new DirectoryNotFoundException("tests/Corpus was not found above the test's folder.");
    }
}

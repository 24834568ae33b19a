using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Tests;

/// <summary>A document of the corpus with the verdict that it must get.</summary>
public sealed record EnvelopeCase(string Name, byte[] Utf8, bool IsJson, bool IsValid, IReadOnlyList<MlxViolation> Violations)
{
    // Where the letter of the standards differs from both validators, the validators count.
    public static IReadOnlyList<EnvelopeCase> All { get; } = Load();

    public static IEnumerable<TestCaseData> Cases() => All.Select(known => new TestCaseData(known).SetArgDisplayNames(known.Name));

    public override string ToString() => Name;

    private static List<EnvelopeCase> Load()
    {
        using var corpus = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Corpus/mlx/envelopes.json")));
        var differs = corpus.RootElement.GetProperty("answer_differs_from_both").EnumerateArray().Select(name => name.GetString()).ToHashSet();
        return [.. corpus.RootElement.GetProperty("cases").EnumerateArray().Select(item =>
        {
            var name = item.GetProperty("name").GetString()!;
            var answer = item.GetProperty(differs.Contains(name) ? "ajv" : "answer");
            return new EnvelopeCase(
                name,
                Encoding.UTF8.GetBytes(item.GetProperty("text").GetString()!),
                !answer.TryGetProperty("unparsable", out var unparsable) || !unparsable.GetBoolean(),
                answer.GetProperty("valid").GetBoolean(),
                [.. answer.GetProperty("errors").EnumerateArray()
                    .Select(error => new MlxViolation(error.GetProperty("instance").GetString()!, error.GetProperty("keyword").GetString()!))
                    .OrderBy(error => error.Pointer, StringComparer.Ordinal).ThenBy(error => error.Keyword, StringComparer.Ordinal)]);
        })];
    }
}

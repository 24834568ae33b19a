using System.Text.Json;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Evidence;

/// <summary>What answers brought that no event holds: counts and ids of tokens. Written beside the events of phases whose answers are judged, so that they can be judged again.</summary>
internal static class AnswerFacts
{
    public const string FileName = "answers.jsonl";

    private const long MostBytes = 1L << 30;

    /// <summary>Writes the file.</summary>
    public static void Write(string folder, IEnumerable<SampleOutput> outputs)
        => JsonText.WriteLines(Path.Join(folder, FileName), outputs.Where(static output => output.Id is not null), static (json, output) =>
        {
            json.WriteStartObject();
            json.WriteString("sample_uuid", output.Id);
            json.WriteValue("reported_tokens", output.ReportedTokens);
            json.WriteValue("counted_tokens", output.CountedTokens);
            json.WriteValue("max_tokens", output.MaxTokens);
            json.WriteValue("token_ids", output.TokenIds);
            json.WriteEndObject();
        });

    /// <summary>Reads the file; empty where there is none, null with a clause of what is wrong where it cannot be read.</summary>
    public static Dictionary<string, JsonElement>? Read(ISubmissionSource source, SubmissionPath folder, out string? fault)
    {
        fault = null;
        var facts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (source.KindOf(folder / FileName) is EntryKind.Missing)
        {
            return facts;
        }

        var content = source.Read(folder / FileName, MostBytes);
        if (content.Problem is { } problem)
        {
            fault = problem.Detail;
            return null;
        }

        for (var rest = content.Bytes; !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.IsEmpty)
            {
                continue;
            }

            if (JsonFiles.Parse(line, out fault) is not { } element)
            {
                return null;
            }

            if (JsonFiles.Text(element, "sample_uuid") is not { } id)
            {
                fault = "a line has no 'sample_uuid'";
                return null;
            }

            facts.TryAdd(id, element);
        }

        return facts;
    }

    /// <summary>The answer with what the file says of it.</summary>
    public static SampleOutput Add(SampleOutput output, JsonElement facts) => output with
    {
        ReportedTokens = Count(facts, "reported_tokens"),
        CountedTokens = Count(facts, "counted_tokens"),
        MaxTokens = Count(facts, "max_tokens"),
        TokenIds = Ids(facts),
    };

    private static int? Count(JsonElement facts, string name)
        => facts.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var count) ? count : null;

    private static List<int>? Ids(JsonElement facts)
        => facts.TryGetProperty("token_ids", out var ids) && ids.ValueKind is JsonValueKind.Array
            ? [.. ids.EnumerateArray().Select(id => id.ValueKind is JsonValueKind.Number && id.TryGetInt32(out var value) ? value : -1)]
            : null;
}

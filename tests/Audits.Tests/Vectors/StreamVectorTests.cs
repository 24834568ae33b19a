using System.Text.Json;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Audits.Runner.Metrics;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class StreamVectorTests
{
    private static readonly string[] Ignored = ["timestamp_ns", "git_sha", "run_config"];

    private static IEnumerable<TestCaseData> Streams => AuditVectors.OfRunner("streams");

    [TestCaseSource(nameof(Streams))]
    public void Counts_and_measures_as_the_tool_does(JsonElement vector)
    {
        var snapshot = Play(vector);

        using var document = JsonDocument.Parse(snapshot.ToJson());
        AssertSame(document.RootElement, vector.GetProperty("snapshot"), "snapshot");
    }

    [TestCaseSource(nameof(Streams))]
    public void Sums_up_as_the_tool_does(JsonElement vector)
    {
        var expected = vector.GetProperty("result_summary");
        var summary = Play(vector).ToSummary("0.1.0", null, json => json.WriteValue("run_config", expected.GetProperty("run_config")), vector.GetProperty("legacy_window").GetBoolean());

        using var document = JsonDocument.Parse(summary);
        AssertSame(document.RootElement, expected, "summary");
    }

    private static MetricsSnapshot Play(JsonElement vector)
    {
        var collector = new MetricsCollector(
            vector.GetProperty("streaming").GetBoolean(),
            vector.GetProperty("early_stopping").GetBoolean(),
            hasChunkDeltas: vector.GetProperty("events").EnumerateArray().Any(item => item[0].GetString() == "recv_non_first"));
        var samples = new Dictionary<string, TrackedSample>(StringComparer.Ordinal);
        foreach (var item in vector.GetProperty("events").EnumerateArray())
        {
            var at = item[1].GetInt64();
            var id = item.GetArrayLength() > 2 ? item[2].GetString()! : "";
            if (!samples.TryGetValue(id, out var sample))
            {
                sample.Window = -1;
            }

            switch (item[0].GetString())
            {
                case "started": collector.Start(at); break;
                case "start_performance_tracking": collector.StartTracking(at); break;
                case "stop_performance_tracking": collector.StopTracking(); break;
                case "ended": collector.End(at); break;
                case "issued": collector.OnIssued(ref sample, at); break;
                case "recv_first": collector.OnFirst(ref sample, at); break;
                case "recv_non_first": collector.OnFurther(ref sample, at); break;
                case "error": collector.OnFailed(sample); break;
                case "complete":
                    collector.OnCompleted(ref sample, at, item.GetArrayLength() > 3 && item[3].GetString() is { } reason ? FinishReasons.IndexOf(System.Text.Encoding.UTF8.GetBytes(reason)) : -1);
                    break;
                default: throw new InvalidDataException(item[0].GetString());
            }

            samples[id] = sample;
        }

        var expected = vector.GetProperty("snapshot");
        return collector.Snapshot(expected.GetProperty("state").GetString()!, expected.GetProperty("counter").GetInt64(), 0, expected.GetProperty("n_pending_tasks").GetInt64());
    }

    private static void AssertSame(JsonElement actual, JsonElement expected, string path)
    {
        if (expected.ValueKind is JsonValueKind.Number)
        {
            Assert.That(actual.GetDouble(), Is.EqualTo(expected.GetDouble()).Within(1e-9 * Math.Abs(expected.GetDouble())), path);
            Assert.That(actual.GetRawText().Contains('.', StringComparison.Ordinal) || actual.GetRawText().Contains('e', StringComparison.Ordinal), Is.EqualTo(expected.GetRawText().Contains('.', StringComparison.Ordinal) || expected.GetRawText().Contains('e', StringComparison.Ordinal)), path);
            return;
        }

        Assert.That(actual.ValueKind, Is.EqualTo(expected.ValueKind), path);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.That(actual.EnumerateObject().Select(member => member.Name), Is.EqualTo(expected.EnumerateObject().Select(member => member.Name)), path);
                foreach (var member in expected.EnumerateObject().Where(member => !Ignored.Contains(member.Name, StringComparer.Ordinal)))
                {
                    AssertSame(actual.GetProperty(member.Name), member.Value, $"{path}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.That(actual.GetArrayLength(), Is.EqualTo(expected.GetArrayLength()), path);
                for (var index = 0; index < expected.GetArrayLength(); index++)
                {
                    AssertSame(actual[index], expected[index], $"{path}[{index}]");
                }

                break;
            default:
                Assert.That(actual.ToString(), Is.EqualTo(expected.ToString()), path);
                break;
        }
    }
}

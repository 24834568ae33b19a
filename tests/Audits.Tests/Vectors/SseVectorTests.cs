using System.Text;
using System.Text.Json;
using Json.More;
using MlPerf.Endpoints.Audits.Runner.Sse;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class SseVectorTests
{
    private static IEnumerable<TestCaseData> Sse => AuditVectors.OfRunner("sse");

    [TestCaseSource(nameof(Sse))]
    public void Adds_a_stream_up_as_the_tool_does(JsonElement vector)
    {
        var (answer, chunks) = Read([.. vector.GetProperty("reads").EnumerateArray().Select(read => Encoding.UTF8.GetBytes(read.GetString()!))]);
        if (vector.TryGetProperty("ours", out _))
        {
            // What deviates is stated by tests of its own below.
            Assert.That(answer.Malformed + (answer.Error is null ? 0 : 1) + answer.Content.Length, Is.GreaterThan(0));
            return;
        }

        var expected = vector.GetProperty("expect");
        var all = vector.GetProperty("stream_all_chunks").GetBoolean();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                all ? chunks : chunks.Take(1),
                Is.EqualTo(expected.GetProperty("chunks_forwarded").EnumerateArray().Select(chunk => chunk.GetProperty("text").GetString())));
            Assert.That(Encoding.UTF8.GetString(answer.Content), Is.EqualTo(expected.GetProperty("output").GetString()));
            Assert.That(Encoding.UTF8.GetString(answer.Reasoning), Is.EqualTo(expected.GetProperty("reasoning").GetString() ?? ""));
            Assert.That(answer.FinishReason, Is.EqualTo(expected.GetProperty("finish_reason").GetString()));
            Assert.That(Encoding.UTF8.GetString(answer.AfterFirst), Is.EqualTo(expected.GetProperty("after_first_chunk").GetString()));
            Assert.That(answer.ToolCalls is null, Is.EqualTo(expected.GetProperty("tool_calls").ValueKind is JsonValueKind.Null));
            if (answer.ToolCalls is { } calls)
            {
                using var actual = JsonDocument.Parse(calls);
                foreach (var (left, right) in actual.RootElement.EnumerateArray().Zip(expected.GetProperty("tool_calls").EnumerateArray()))
                {
                    Assert.That(left.GetProperty("function").IsEquivalentTo(right.GetProperty("function")), Is.True, calls);
                }
            }
        }
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void Ends_lines_with_LF_CRLF_or_CR_D9(string newLine)
    {
        var text = string.Concat(Event("a"), Event("b"), $"data: [DONE]{newLine}{newLine}");

        for (var size = 1; size < 40; size++)
        {
            var (answer, chunks) = Read([.. Encoding.UTF8.GetBytes(text).Chunk(size)]);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(chunks, Is.EqualTo(new[] { "a", "b" }), $"reads of {size}");
                Assert.That(answer.IsDone, Is.True, $"reads of {size}");
            }
        }

        string Event(string content) => $"data: {{\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"{content}\"}}}}]}}{newLine}{newLine}";
    }

    [Test]
    public void Passes_over_the_bad_event_only_and_counts_it_D9()
    {
        var (answer, _) = Read(["data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"choices\": [}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"b\"}}]}\n\n"u8.ToArray()]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetString(answer.Content), Is.EqualTo("ab"));
            Assert.That(answer.Malformed, Is.EqualTo(1));
        }
    }

    [Test]
    public void Takes_an_error_object_for_a_failure_D9()
        => Assert.That(Read(["data: {\"error\":{\"message\":\"boom\"}}\n\n"u8.ToArray()]).Answer.Error, Does.Contain("boom"));

    [Test]
    public void Leaves_no_half_of_a_bad_event_behind()
    {
        var (answer, _) = Read(["data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}], oops\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"b\"}}]}\n\n"u8.ToArray()]);

        Assert.That(Encoding.UTF8.GetString(answer.Content), Is.EqualTo("b"));
    }

    private static (StreamedAnswer Answer, List<string> Chunks) Read(byte[][] reads)
    {
        var (reader, answer) = (new SseReader(), new StreamedAnswer());
        answer.Reset(keepsRest: true);
        var chunks = new List<string>();
        foreach (var read in reads)
        {
            read.CopyTo(reader.FreeSpace());
            Take(read.Length, isEnd: false);
        }

        Take(0, isEnd: true);
        return (answer, chunks);

        void Take(int count, bool isEnd)
        {
            reader.Advance(count);
            while (reader.TryReadEvent(out var lines, isEnd))
            {
                var (content, reasoning) = (answer.Content.Length, answer.Reasoning.Length);
                if (answer.Take(lines) > 0)
                {
                    chunks.Add(Encoding.UTF8.GetString(answer.Reasoning[reasoning..]) + Encoding.UTF8.GetString(answer.Content[content..]));
                }
            }
        }
    }
}

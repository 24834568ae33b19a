using System.Text;
using MlPerf.Endpoints.Audits.Runner.Sse;

namespace MlPerf.Endpoints.Audits.Tests.Metrics;

/// <summary>Reading a stream allocates nothing a token, once a slot's buffers have grown to an answer's size.</summary>
[NonParallelizable]
public sealed class StreamAllocationTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void Allocates_nothing_a_token(bool keepsRest)
    {
        var chunk = Encoding.UTF8.GetBytes("data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"twenty \\u00e9 characters\"},\"finish_reason\":null}]}\r\n\r\n");
        var (events, answer) = (new SseReader(), new StreamedAnswer());

        // The first answer lets the buffers grow; the second is measured.
        Read(events, answer, chunk, 2000, keepsRest);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var text = Read(events, answer, chunk, 2000, keepsRest);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Is.EqualTo(2000 * Encoding.UTF8.GetByteCount("twenty é characters")));
            Assert.That(allocated, Is.Zero);
        }
    }

    private static readonly Range[] Cuts = [Range.EndAt(40), Range.StartAt(40)];

    private static int Read(SseReader events, StreamedAnswer answer, byte[] chunk, int chunks, bool keepsRest)
    {
        events.Reset();
        answer.Reset(keepsRest);
        var text = 0;
        for (var number = 0; number < chunks; number++)
        {
            // As the network cuts them: in the middle of an event.
            foreach (var part in Cuts)
            {
                var bytes = chunk.AsSpan(part);
                bytes.CopyTo(events.FreeSpace().Span);
                events.Advance(bytes.Length);
                while (events.TryReadEvent(out var lines, isEnd: false))
                {
                    text += answer.Take(lines);
                }
            }
        }

        return text;
    }
}

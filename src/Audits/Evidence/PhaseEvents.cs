using System.Buffers;
using System.Text;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Evidence;

/// <summary>The tracked requests of a run in the order of issue, from its <c>events.jsonl</c> (audits, section 11.6).</summary>
/// <param name="Samples">The requests.</param>
public sealed record PhaseEvents(IReadOnlyList<EventSample> Samples)
{
    private const int MostLineBytes = 64 << 20;

    /// <summary>Reads events; lines that are none are passed over, so that a run that was cut off still shows what it has.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="withOutputs">Whether answers' texts are kept.</param>
    public static PhaseEvents Read(Stream stream, bool withOutputs)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var builder = new Builder(withOutputs);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        var held = 0;
        try
        {
            while (stream.Read(buffer, held, buffer.Length - held) is var read and > 0)
            {
                held += read;
                var start = 0;
                while (buffer.AsSpan(start, held - start).IndexOf((byte)'\n') is var end and >= 0)
                {
                    builder.Line(buffer.AsMemory(start, end));
                    start += end + 1;
                }

                buffer.AsSpan(start, held - start).CopyTo(buffer);
                held -= start;
                if (held == buffer.Length)
                {
                    if (buffer.Length >= MostLineBytes)
                    {
                        throw new IOException("A line of events.jsonl is too long.");
                    }

                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, held).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            builder.Line(buffer.AsMemory(0, held));
            return new PhaseEvents(builder.Samples);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private sealed class Builder(bool withOutputs)
    {
        private readonly Dictionary<string, EventSample> _byId = new(StringComparer.Ordinal);
        private bool _isTracking;

        public List<EventSample> Samples { get; } = [];

        public void Line(ReadOnlyMemory<byte> line)
        {
            if (line.IsEmpty)
            {
                return;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                Event(document.RootElement);
            }
            catch (JsonException)
            {
                // A line that was cut off.
            }
        }

        private void Event(JsonElement element)
        {
            if (JsonFiles.Text(element, "event_type") is not { } type
                || !element.TryGetProperty("timestamp_ns", out var stamp) || stamp.ValueKind is not JsonValueKind.Number || !stamp.TryGetInt64(out var at))
            {
                return;
            }

            switch (type)
            {
                case "session.start_performance_tracking":
                    _isTracking = true;
                    break;
                case "session.stop_performance_tracking":
                    _isTracking = false;
                    break;
                case "sample.issued" when _isTracking && JsonFiles.Text(element, "sample_uuid") is { } id && !_byId.ContainsKey(id):
                    var sample = new EventSample(id, at);
                    _byId.Add(id, sample);
                    Samples.Add(sample);
                    break;
                default:
                    if (JsonFiles.Text(element, "sample_uuid") is { } known && _byId.TryGetValue(known, out var found))
                    {
                        Answer(type, element, at, found);
                    }

                    break;
            }
        }

        private void Answer(string type, JsonElement element, long at, EventSample sample)
        {
            switch (type)
            {
                case "sample.recv_first":
                    sample.FirstChunkNs ??= at;
                    break;
                case "error.generic":
                    sample.Failed |= sample.CompletedNs is null;
                    break;
                case "sample.complete":
                    sample.CompletedNs ??= at;
                    sample.FinishReason = JsonFiles.Text(element, "finish_reason");
                    if (element.TryGetProperty("data", out var data) && data.ValueKind is JsonValueKind.Array && data.GetArrayLength() >= 4)
                    {
                        sample.HasFurtherChunks = data[1].ValueKind is JsonValueKind.Array && data[1].GetArrayLength() > 1;
                        if (withOutputs)
                        {
                            Output(data, sample);
                        }
                    }

                    break;
                default:
                    break;
            }
        }

        private static void Output(JsonElement data, EventSample sample)
        {
            // Reasoning, then content: either is one text, or its first chunk and the rest.
            var text = new StringBuilder();
            foreach (var member in (JsonElement[])[data[2], data[1]])
            {
                if (member.ValueKind is JsonValueKind.String)
                {
                    text.Append(JsonFiles.TextOf(member));
                }
                else if (member.ValueKind is JsonValueKind.Array)
                {
                    foreach (var part in member.EnumerateArray().Where(part => part.ValueKind is JsonValueKind.String))
                    {
                        sample.FirstChunk ??= JsonFiles.TextOf(part);
                        text.Append(JsonFiles.TextOf(part));
                    }
                }
            }

            if (data[3].ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                text.Append(data[3].GetRawText());
            }

            sample.Output = text.ToString();
        }
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Runner.Metrics;

namespace MlPerf.Endpoints.Audits.Runner.Sse;

/// <summary>The answer that a stream of chat or completion events adds up to. One object serves a slot's requests one after the other: no allocation a token.</summary>
internal sealed class StreamedAnswer
{
    private readonly ArrayBufferWriter<byte> _content = new(1024);
    private readonly ArrayBufferWriter<byte> _reasoning = new(256);
    private readonly ArrayBufferWriter<byte> _rest = new(1024);
    private readonly SortedDictionary<int, ToolCall> _tools = [];
    private byte[] _joined = new byte[256];
    private bool _keepsRest;
    private int _firstLength;

    /// <summary>Whether any text has come.</summary>
    public bool HasFirst { get; private set; }

    /// <summary>Whether the first text was reasoning.</summary>
    public bool IsFirstReasoning { get; private set; }

    /// <summary>Whether the stream said that it is over.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The counter of the finish reason; -1 for none.</summary>
    public int FinishIndex { get; private set; }

    /// <summary>The finish reason as it stood; null for none.</summary>
    public string? FinishReason { get; private set; }

    /// <summary>The output tokens that the server reports; null where it reports none.</summary>
    public int? ReportedTokens { get; private set; }

    /// <summary>Why the answer is a failure; null where it is none.</summary>
    public string? Error { get; private set; }

    /// <summary>Events that could not be read and were passed over.</summary>
    public int Malformed { get; private set; }

    /// <summary>The content, UTF-8.</summary>
    public ReadOnlySpan<byte> Content => _content.WrittenSpan;

    /// <summary>The reasoning, UTF-8.</summary>
    public ReadOnlySpan<byte> Reasoning => _reasoning.WrittenSpan;

    /// <summary>How many bytes of content, or of reasoning where that came first, are the first chunk.</summary>
    public int FirstLength => _firstLength;

    /// <summary>Everything after the first chunk in the order of arrival, UTF-8; only where it is kept.</summary>
    public ReadOnlySpan<byte> AfterFirst => _rest.WrittenSpan;

    /// <summary>The tool calls as JSON; null where there are none.</summary>
    public string? ToolCalls => _tools.Count == 0 ? null : ToolCall.ToJson(_tools.Values);

    /// <summary>Forgets everything, for the next answer.</summary>
    /// <param name="keepsRest">Whether <see cref="AfterFirst"/> is wanted.</param>
    public void Reset(bool keepsRest)
    {
        _content.ResetWrittenCount();
        _reasoning.ResetWrittenCount();
        _rest.ResetWrittenCount();
        _tools.Clear();
        _keepsRest = keepsRest;
        _firstLength = 0;
        HasFirst = IsFirstReasoning = IsDone = false;
        FinishIndex = -1;
        FinishReason = Error = null;
        ReportedTokens = null;
        Malformed = 0;
    }

    /// <summary>Takes an event.</summary>
    /// <param name="lines">Its lines.</param>
    /// <returns>How many bytes of text it brought.</returns>
    public int Take(ReadOnlySpan<byte> lines)
    {
        var text = 0;
        var dataLines = 0;
        foreach (var line in lines.SplitLines())
        {
            dataLines += TryData(line, out _) ? 1 : 0;
        }

        if (dataLines > 1 && TryJoined(lines, ref text))
        {
            return text;
        }

        foreach (var line in lines.SplitLines())
        {
            if (TryData(line, out var data))
            {
                text += TakeData(data);
            }
        }

        return text;
    }

    private static bool TryData(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> data)
    {
        if (!line.StartsWith("data:"u8))
        {
            data = default;
            return false;
        }

        data = line[5..].Trim((byte)' ');
        return true;
    }

    // Data of several lines is one object with line breaks in it, by the standard; the benchmark tool takes each line for an object of its own. Whichever reads, counts.
    private bool TryJoined(ReadOnlySpan<byte> lines, ref int text)
    {
        var length = 0;
        if (_joined.Length < lines.Length)
        {
            _joined = new byte[lines.Length * 2];
        }

        foreach (var line in lines.SplitLines())
        {
            if (TryData(line, out var data))
            {
                data.CopyTo(_joined.AsSpan(length));
                length += data.Length;
                _joined[length++] = (byte)'\n';
            }
        }

        var joined = _joined.AsSpan(0, Math.Max(0, length - 1));
        if (!IsObject(joined))
        {
            return false;
        }

        text = TakeData(joined);
        return true;
    }

    private static bool IsObject(ReadOnlySpan<byte> data)
    {
        try
        {
            var reader = new Utf8JsonReader(data);
            return reader.Read() && reader.TokenType is JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private int TakeData(ReadOnlySpan<byte> data)
    {
        if (data.SequenceEqual("[DONE]"u8))
        {
            IsDone = true;
            return 0;
        }

        if (data.IsEmpty || data[0] != (byte)'{')
        {
            return 0;
        }

        // A bad event must leave no half of itself behind.
        var (content, reasoning, rest) = (_content.WrittenCount, _reasoning.WrittenCount, _rest.WrittenCount);
        try
        {
            return TakeObject(data);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            Malformed++;
            Shorten(_content, content);
            Shorten(_reasoning, reasoning);
            Shorten(_rest, rest);
            return 0;
        }
    }

    private static void Shorten(ArrayBufferWriter<byte> buffer, int length)
    {
        if (buffer.WrittenCount > length)
        {
            var kept = buffer.WrittenSpan[..length].ToArray();
            buffer.ResetWrittenCount();
            buffer.Write(kept);
        }
    }

    private int TakeObject(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        var text = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("choices"u8))
            {
                reader.Read();
                text += TakeChoices(ref reader);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                reader.Read();
                TakeUsage(ref reader);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                if (reader.TokenType is not JsonTokenType.Null)
                {
                    Error = $"the stream holds an error: {ErrorText(ref reader)}";
                }
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return text;
    }

    private static string ErrorText(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("message", out var message) ? message.ToString() : document.RootElement.ToString();
    }

    // Only the first choice is the answer.
    private int TakeChoices(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            reader.Skip();
            return 0;
        }

        var text = 0;
        var isFirst = true;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (isFirst && reader.TokenType is JsonTokenType.StartObject)
            {
                text = TakeChoice(ref reader);
            }
            else
            {
                reader.Skip();
            }

            isFirst = false;
        }

        return text;
    }

    private int TakeChoice(ref Utf8JsonReader reader)
    {
        var text = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("delta"u8))
            {
                reader.Read();
                text += reader.TokenType is JsonTokenType.StartObject ? TakeDelta(ref reader) : Passed(ref reader);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                text += TakeText(ref reader, _content, isReasoning: false);
            }
            else if (reader.ValueTextEquals("finish_reason"u8))
            {
                reader.Read();
                TakeFinishReason(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return text;
    }

    private static int Passed(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return 0;
    }

    private int TakeDelta(ref Utf8JsonReader reader)
    {
        var text = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8))
            {
                reader.Read();
                text += TakeText(ref reader, _content, isReasoning: false);
            }
            else if (reader.ValueTextEquals("reasoning_content"u8) || reader.ValueTextEquals("reasoning"u8))
            {
                reader.Read();
                text += TakeText(ref reader, _reasoning, isReasoning: true);
            }
            else if (reader.ValueTextEquals("tool_calls"u8))
            {
                reader.Read();
                text += TakeToolCalls(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return text;
    }

    private int TakeText(ref Utf8JsonReader reader, ArrayBufferWriter<byte> target, bool isReasoning)
    {
        if (reader.TokenType is not JsonTokenType.String)
        {
            reader.Skip();
            return 0;
        }

        var most = reader.HasValueSequence ? (int)reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (most == 0)
        {
            return 0;
        }

        var span = target.GetSpan(most);
        var written = reader.CopyString(span);
        target.Advance(written);
        if (!HasFirst)
        {
            HasFirst = true;
            IsFirstReasoning = isReasoning;
            _firstLength = written;
        }
        else if (_keepsRest)
        {
            _rest.Write(span[..written]);
        }

        return written;
    }

    private void TakeFinishReason(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            FinishIndex = reader.ValueIsEscaped ? FinishReasons.Names.Length - 1 : FinishReasons.IndexOf(reader.ValueSpan);
            FinishReason = FinishIndex < FinishReasons.Names.Length - 1 ? FinishReasons.Names[FinishIndex] : reader.GetString();
        }
        else
        {
            reader.Skip();
        }
    }

    private void TakeUsage(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isCount = reader.ValueTextEquals("completion_tokens"u8);
            reader.Read();
            if (isCount && reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var tokens))
            {
                ReportedTokens = tokens;
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private int TakeToolCalls(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            reader.Skip();
            return 0;
        }

        using var document = JsonDocument.ParseValue(ref reader);
        var text = 0;
        foreach (var fragment in document.RootElement.EnumerateArray())
        {
            text += ToolCall.Merge(_tools, fragment);
        }

        // A tool call counts as the first chunk only where no text has come before it.
        if (text > 0 && !HasFirst)
        {
            HasFirst = true;
            _firstLength = 0;
        }

        return text;
    }
}

using System.Globalization;
using System.Text.Json;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>The tokens of a JSON text with their places: <see cref="Utf8JsonReader"/> over a whole text, or in steps over a large file.</summary>
/// <remarks>The bytes must be valid UTF-8.</remarks>
internal ref struct JsonTokens
{
    private readonly JsonWindow? _window;
    private readonly ReadLimits _limits;

    // The whole text, or of a large file what is in the window.
    private ReadOnlySpan<byte> _utf8;
    private long _start;
    private Utf8JsonReader _reader;
    private JsonPlaces _places = new();

    // Of a large file: the line feeds before the window, and where its line begins; by these the library tells its places.
    private long _lineFeeds;
    private long _lineStart;

    // Where the value begins that is not kept, or may turn out so, and how much was passed over before.
    private long? _unknownFrom;
    private long _passedOverBytes;

    public JsonTokens(ReadOnlySpan<byte> utf8, JsonWindow? window, ReadLimits limits)
    {
        if (PythonJson.MayHoldLiterals(utf8))
        {
            var replaced = utf8.ToArray();
            PythonJson.ReplaceLiterals(replaced);
            utf8 = replaced;
        }

        _utf8 = utf8;
        _window = window;
        _limits = limits;

        // One level more than is read, for that is told apart from a fault of the text.
        var options = new JsonReaderOptions { MaxDepth = (int)Math.Min(int.MaxValue, limits.MaxJsonDepth + 1L) };
        _reader = new Utf8JsonReader(utf8, isFinalBlock: window is null, new JsonReaderState(options));
    }

    public readonly JsonTokenType Type => _reader.TokenType;

    /// <summary>How many containers the token stands in.</summary>
    public readonly int Depth => _reader.CurrentDepth;

    /// <summary>Where in the file the token begins.</summary>
    public readonly long Start => _start + _reader.TokenStartIndex;

    /// <summary>Where in the file the token ends.</summary>
    public readonly long End => _start + _reader.BytesConsumed;

    /// <summary>The place of the token.</summary>
    public SourceLocation Here => _places.At(_utf8, (int)_reader.TokenStartIndex);

    /// <summary>The text of a string.</summary>
    public string Text => PythonJson.TextOf(ref _reader);

    /// <summary>The text of a key.</summary>
    public string Key => _reader.ValueIsEscaped ? PythonJson.TextOf(ref _reader) : KeyCache.GetAny(_reader.ValueSpan);

    /// <summary>The bytes of a string, between its quotes, or of a number.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _reader.ValueSpan;

    /// <summary>The integer, if the token is one that fits 64 bits.</summary>
    public bool TryGetInt64(out long value) => _reader.TryGetInt64(out value);

    /// <summary>The number.</summary>
    public double GetDouble() => _reader.GetDouble();

    /// <summary>Goes to the next token.</summary>
    /// <returns>False at the end of the text.</returns>
    /// <exception cref="JsonException">The text is no JSON; see <see cref="ToProblem"/>.</exception>
    /// <exception cref="UnreadableException">It breaks a bound.</exception>
    public bool Next()
    {
        while (!_reader.Read())
        {
            if (_reader.IsFinalBlock)
            {
                return false;
            }

            ReadOn();
        }

        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when _reader.CurrentDepth >= _limits.MaxJsonDepth:
                throw Limit($"it nests deeper than the {_limits.MaxJsonDepth} levels that are read");
            case JsonTokenType.Number when _reader.ValueSpan.Length > _limits.MaxIntegerDigits && !_reader.ValueSpan.ContainsAny(".eE"u8):
                var digits = _reader.ValueSpan.Length - (_reader.ValueSpan[0] == '-' ? 1 : 0);
                return digits <= _limits.MaxIntegerDigits ? true : throw Limit($"it holds an integer of {digits} digits, more than the {_limits.MaxIntegerDigits} that are read");
            default:
                return true;
        }
    }

    /// <summary>Behind a key: its value may be passed over, and counts among what is kept only once it is known that it will not be.</summary>
    public void BeginUnknown() => _unknownFrom = End;

    /// <summary>The value is kept.</summary>
    public void KeepUnknown() => _unknownFrom = null;

    /// <summary>Passes over the rest of the value.</summary>
    /// <param name="depth">How many containers the value stands in.</param>
    /// <param name="from">Where in the file it begins.</param>
    /// <returns>Its length in bytes.</returns>
    public long PassOver(int depth, long from)
    {
        while (_reader.CurrentDepth > depth || _reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            Next();
        }

        _unknownFrom = null;
        _passedOverBytes += End - from;
        return End - from;
    }

    /// <summary>What the library found wrong, in its words, with the place in lines and characters.</summary>
    public UnreadableException ToProblem(JsonException failure)
    {
        // The library counts bytes, and only line feeds end its lines.
        var lineStart = _lineStart;
        var next = 0;
        for (var line = _lineFeeds; line < failure.LineNumber; line++)
        {
            next += _utf8[next..].IndexOf((byte)'\n') + 1;
            lineStart = next;
        }

        var at = (int)Math.Clamp(lineStart + (failure.BytePositionInLine ?? 0), 0, _utf8.Length);
        var detail = failure.Message.AsSpan(0, failure.Message.LastIndexOf(" LineNumber: ", StringComparison.Ordinal)).TrimEnd('.').ToString();
        if (_reader.TokenType is JsonTokenType.None && _reader.BytesConsumed == _utf8.Length)
        {
            detail = (_start + _utf8.Length == 0 ? "it is empty" : "it is blank") + "; a JSON value is expected";
        }
        else if (at == _utf8.Length || detail.Contains("reached end of data", StringComparison.Ordinal))
        {
            at = _utf8.Length;
            detail = "the file ends before its JSON value does";
        }
        else if (_start + at == 0 && _utf8.StartsWith("\uFEFF"u8))
        {
            detail = "it begins with a byte order mark, which JSON does not allow; save it as UTF-8 without one";
        }
        else if (detail.Contains("property name", StringComparison.Ordinal) && PythonJson.ValueOf(_utf8[(int)(_reader.TokenStartIndex + 1)..]) is not null)
        {
            return LiteralAsKey();
        }
        else if (detail.StartsWith('\''))
        {
            // What the library quotes is a byte, or as much as it has seen.
            detail = PythonJson.DescribeFirst(_utf8[at..]) + detail[(detail.IndexOf('\'', 2) + 1)..];
        }

        // What its options could allow is no advice for whoever wrote the file.
        var advice = detail.IndexOf(" which is not supported", StringComparison.Ordinal);
        return UnreadableException.Syntax(advice < 0 ? detail : detail[..advice], _places.At(_utf8, at));
    }

    /// <summary>The problem of a literal that was replaced by a string and taken for a key.</summary>
    public UnreadableException LiteralAsKey()
        => UnreadableException.Syntax($"{PythonJson.DescribeFirst(_utf8[(int)_reader.TokenStartIndex..])} is an invalid start of a property name. Expected a '\"'", Here);

    private UnreadableException Limit(FormattableString detail) => UnreadableException.Limit(FormattableString.Invariant(detail), Here);

    // Reads on in a large file. What the library has done with is let go.
    private void ReadOn()
    {
        var done = (int)_reader.BytesConsumed;
        _places.Continue(_utf8, done);
        _lineFeeds += _utf8[..done].Count((byte)'\n');
        _lineStart = (_utf8[..done].LastIndexOf((byte)'\n') is var feed and >= 0 ? feed + 1 : _lineStart) - done;
        var token = _utf8.Length - done;
        if (token > _limits.MaxTokenBytes)
        {
            throw TooMuch(string.Create(CultureInfo.InvariantCulture, $"a text or a number in it has more than {_limits.MaxTokenBytes} bytes, the most that are read in a file of this size"));
        }

        // A token that still is not whole is kept as a whole.
        var kept = (_unknownFrom ?? _start + done + (done == 0 ? token : 0)) - _passedOverBytes;
        if (kept > _limits.MaxFileBytes)
        {
            throw TooMuch(string.Create(CultureInfo.InvariantCulture, $"more than {_limits.MaxFileBytes} bytes of it would have to be kept, the most that are"));
        }

        var isMore = _window!.ReadOn(done);
        _utf8 = _window.Bytes;
        _start = _window.Start;
        _reader = new Utf8JsonReader(_utf8, isFinalBlock: !isMore, _reader.CurrentState);
    }

    private UnreadableException TooMuch(string detail) => UnreadableException.Limit(detail, _places.At([], 0));
}

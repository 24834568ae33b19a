using System.Buffers;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>Reads one YAML 1.1 document into nodes, exactly as the reference's parser does (rules 0.7 §3.2, rules 1.0 part 1 §3.3).</summary>
/// <remarks>
/// Works on the bytes: every character that YAML gives a meaning is ASCII but for three line breaks. Three steps, one file each: characters to
/// tokens (<c>Scanner</c>, <c>Scalars</c>), tokens to a graph (<c>Parser</c>), the graph to values (<see cref="YamlConstructor"/>). Nesting is
/// counted before anything recurses.
/// </remarks>
internal ref partial struct YamlTreeReader
{
    // What may begin a character that YAML forbids: controls, DEL, and the first bytes of U+0080 to U+009F and of U+FFFE and U+FFFF.
    private static readonly StopBytes Suspicious = new(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 0x7F, 0xC2, 0xEF]);

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly ReadLimits _limits;

    // Where the scanner stands: in bytes, in characters, and as YAML counts lines and columns, to which also U+0085, U+2028 and U+2029 end a line.
    private int _at;
    private int _index;
    private int _line;
    private int _column;

    // The same as people count: only CR LF, CR and LF end a line.
    private int _textLine = 1;
    private int _textLineStart;

    // The scanner's state: tokens that wait, the columns of the open blocks, and one place a flow level (level 0 is the block outside) where a key without '?' may have begun.
    private readonly List<YamlToken> _tokens = [];
    private readonly List<int> _indents = [];

    private SimpleKey[] _simpleKeys = new SimpleKey[8];
    private int _possibleKeys;

    private int _tokensHead;
    private int _tokensTaken;
    private int _flowLevel;
    private int _indent = -1;
    private bool _allowsSimpleKey = true;
    private bool _isAtEnd;
    private bool _isHeadReady;

    // The parser's state.
    private Dictionary<string, YamlNode>? _anchors;
    private Dictionary<string, string>? _tagHandles;
    private int _depth;
    private int _nodes;

    private YamlTreeReader(ReadOnlySpan<byte> utf8, ReadLimits limits)
    {
        _utf8 = utf8;
        _limits = limits;
    }

    private readonly SourceLocation Here => new(_textLine, _index - _textLineStart + 1);

    /// <summary>Reads a whole text.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="limits">Bounds.</param>
    /// <exception cref="UnreadableException">The text is no YAML 1.1, or breaks a bound.</exception>
    public static Node Read(ReadOnlySpan<byte> utf8, ReadLimits limits)
    {
        var reader = new YamlTreeReader(utf8, limits);
        reader.RefuseForbiddenCharacters();
        return reader.ReadDocument() is { } root ? new YamlConstructor(limits).Construct(root) : Node.Null(new SourceLocation(1, 1));
    }

    private static int CountContinuations(ReadOnlySpan<byte> utf8)
    {
        if (System.Text.Ascii.IsValid(utf8))
        {
            return 0;
        }

        var count = 0;
        foreach (var unit in utf8)
        {
            count += (unit & 0xC0) == 0x80 ? 1 : 0;
        }

        return count;
    }

    private void RefuseForbiddenCharacters()
    {
        var at = 0;
        while (Suspicious.IndexIn(_utf8[at..]) is var next and >= 0)
        {
            at += next;
            var isAllowed = _utf8[at] switch
            {
                0xC2 => _utf8[at + 1] is 0x85 or >= 0xA0,
                0xEF => !(_utf8[at + 1] == 0xBF && _utf8[at + 2] >= 0xBE),
                _ => false,
            };
            if (!isAllowed)
            {
                while (_at < at)
                {
                    Forward();
                }

                throw UnreadableException.Syntax($"{Characters.Describe(_utf8[at..])} is not allowed in YAML", Here);
            }

            at++;
        }
    }

    /// <summary>The byte at a distance from here; 0 behind the end, which no file holds by now.</summary>
    private readonly byte Peek(int distance = 0) => _at + distance < _utf8.Length ? _utf8[_at + distance] : (byte)0;

    /// <summary>Length in bytes of the line break at a distance from here: 0 where there is none.</summary>
    private readonly int BreakLength(int distance = 0)
    {
        var at = _at + distance;
        if (at >= _utf8.Length)
        {
            return 0;
        }

        switch (_utf8[at])
        {
            case (byte)'\n':
                return 1;
            case (byte)'\r':
                return at + 1 < _utf8.Length && _utf8[at + 1] == '\n' ? 2 : 1;
            case 0xC2:
                return _utf8[at + 1] == 0x85 ? 2 : 0;
            case 0xE2:
                return _utf8[at + 1] == 0x80 && _utf8[at + 2] is 0xA8 or 0xA9 ? 3 : 0;
            default:
                return 0;
        }
    }

    private readonly bool IsBreakOrEnd(int distance = 0) => _at + distance >= _utf8.Length || BreakLength(distance) > 0;

    private readonly bool IsSpaceBreakOrEnd(int distance = 0) => Peek(distance) == ' ' || IsBreakOrEnd(distance);

    private readonly bool IsBlankBreakOrEnd(int distance = 0) => Peek(distance) is (byte)' ' or (byte)'\t' || IsBreakOrEnd(distance);

    /// <summary>One character on.</summary>
    private void Forward()
    {
        var length = BreakLength();
        if (length > 0)
        {
            var isCrLf = length == 2 && _utf8[_at] == '\r';
            var endsTextLine = _utf8[_at] is (byte)'\n' or (byte)'\r';
            _at += length;
            _index += isCrLf ? 2 : 1;
            _line++;
            _column = 0;
            if (endsTextLine)
            {
                _textLine++;
                _textLineStart = _index;
            }

            return;
        }

        var first = _utf8[_at];
        _at += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        _index++;
        if (first == 0xEF && _utf8[_at - 2] == 0xBB && _utf8[_at - 1] == 0xBF)
        {
            // A byte order mark takes no column; at the very start people do not see it either.
            _textLineStart += _index == 1 ? 1 : 0;
            return;
        }

        _column++;
    }

    /// <summary>On by a run of bytes that holds no line break.</summary>
    private void ForwardRun(int length)
    {
        var run = _utf8.Slice(_at, length);
        var characters = length - CountContinuations(run);
        _at += length;
        _index += characters;
        _column += characters;
        if (characters < length)
        {
            _column -= CountMarks(run);
        }
    }

    private static int CountMarks(ReadOnlySpan<byte> run)
    {
        var count = 0;
        while (run.IndexOf("\uFEFF"u8) is var at and >= 0)
        {
            count++;
            run = run[(at + 3)..];
        }

        return count;
    }

    private readonly UnreadableException Unexpected(string expected)
        => UnreadableException.Syntax(_at >= _utf8.Length ? $"{expected} is expected, but the file ends" : $"{expected} is expected, not {Characters.Describe(_utf8[_at..])}", Here);
}

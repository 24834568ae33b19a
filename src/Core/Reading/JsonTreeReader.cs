using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Reads one JSON text into nodes: strict JSON plus <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>, lone surrogates and integers of any size (rules 0.7 §3.1, rules 1.0 part 1 §3.2).</summary>
/// <remarks>Keeps a stack of its own, so that no nesting can exhaust that of the thread. The bytes must be valid UTF-8.
/// <c>Utf8JsonReader</c> refuses the literals and lone surrogates, counts columns in bytes, and has no way to resume behind what it refuses.</remarks>
internal ref partial struct JsonTreeReader
{
    private const int LinearKeys = 16;
    private const int LongestCharacter = 4;
    private const int LongestEscape = 6;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    // What ends a run of plain characters in a string: its end, an escape, a raw control character.
    private static readonly StopBytes StringStops = new(
        [(byte)'"', (byte)'\\', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    // Given for a value that is not kept.
    private static readonly Node Passed = Node.Null(default);

    private readonly JsonWindow? _window;
    private readonly ReadLimits _limits;
    private readonly IReadOnlySet<string>? _declared;

    // The whole text, or of a large file what is in the window.
    private ReadOnlySpan<byte> _utf8;
    private long _start;
    private Position _position;

    // Where the value begins that is being passed over, and how much was passed over before it.
    private long? _passingFrom;
    private long _passedOverBytes;

    private int _nodes;
    private int _depth;

    // Elements and members of all open containers; each container owns the range from its frame's start to the top.
    private Frame[] _frames = new Frame[8];
    private Node[] _items = new Node[16];
    private int _itemCount;
    private Member[] _members = new Member[32];
    private int _memberCount;

    private JsonTreeReader(ReadOnlySpan<byte> utf8, JsonWindow? window, ReadLimits limits, IReadOnlySet<string>? declared)
    {
        _utf8 = utf8;
        _window = window;
        _limits = limits;
        _declared = declared;
        _position = new Position { Line = 1 };
    }

    private readonly SourceLocation Here => LocationOf(_position.At);

    /// <summary>Reads a whole text.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="declared">Members of the top level that somebody reads; others above the limit for unknown values are passed over. Null: all are kept.</param>
    /// <exception cref="UnreadableException">The text is no JSON, or breaks a bound.</exception>
    public static Node Read(ReadOnlySpan<byte> utf8, ReadLimits limits, IReadOnlySet<string>? declared) => new JsonTreeReader(utf8, null, limits, declared).ReadText();

    /// <summary>Reads a whole text through a window.</summary>
    /// <param name="window">The window, before its first block.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="declared">Members of the top level that somebody reads.</param>
    /// <exception cref="UnreadableException">The text is no JSON, or breaks a bound; or no UTF-8, where its bytes end as if the file did.</exception>
    public static Node Read(JsonWindow window, ReadLimits limits, IReadOnlySet<string> declared) => new JsonTreeReader([], window, limits, declared).ReadText();

    private Node ReadText()
    {
        Ahead(ByteOrderMark.Length);
        if (_utf8.StartsWith(ByteOrderMark))
        {
            throw UnreadableException.Syntax("it begins with a byte order mark, which JSON does not allow; save it as UTF-8 without one", new SourceLocation(1, 1));
        }

        SkipSpace();
        if (_position.At == _utf8.Length)
        {
            throw UnreadableException.Syntax(_start + _utf8.Length == 0 ? "it is empty; a JSON value is expected" : "it is blank; a JSON value is expected", Here);
        }

        var root = ReadValue(isKept: true);
        SkipSpace();
        return _position.At == _utf8.Length ? root : throw Unexpected("the end of the file, as its one value is complete");
    }

    // One value with all that is in it. A value that is not kept is only checked; what is given for it then stands for nothing.
    private Node ReadValue(bool isKept)
    {
        var bottom = _depth;
        while (true)
        {
            // Here a value begins.
            var node = ReadScalarOrOpen(isKept);
            if (node is null)
            {
                if (!TryCloseEmpty(isKept, out node))
                {
                    continue;
                }
            }

            // Here a value has ended: it goes to its container, which may end too, and so on outwards.
            while (true)
            {
                if (_depth == bottom)
                {
                    return node;
                }

                ref var frame = ref _frames[_depth - 1];
                if (isKept)
                {
                    Add(ref frame, node);
                }

                SkipSpace();
                var next = _position.At < _utf8.Length ? _utf8[_position.At] : (byte)0;
                if (next == ',')
                {
                    _position.At++;
                    SkipSpace();
                    if (!frame.IsMap)
                    {
                        break;
                    }

                    if (!TryReadKey(ref frame, isKept, out node))
                    {
                        break;
                    }

                    continue;
                }

                if (next != (frame.IsMap ? '}' : ']'))
                {
                    throw Unexpected(frame.IsMap ? "',' or '}' after a member" : "',' or ']' after an element");
                }

                _position.At++;
                node = Close(isKept);
            }
        }
    }

    // A scalar whole; of a container only its bracket, and null.
    private Node? ReadScalarOrOpen(bool isKept)
    {
        if (_position.At == _utf8.Length)
        {
            throw Unexpected("a value");
        }

        var at = Here;
        if (isKept)
        {
            Count(at);
        }

        switch (_utf8[_position.At])
        {
            case (byte)'"':
                var text = ReadString(isKept, isKey: false);
                return isKept ? Node.Text(at, text) : Passed;
            case (byte)'{':
                Open(isMap: true, at);
                return null;
            case (byte)'[':
                Open(isMap: false, at);
                return null;
            case (byte)'t':
                Expect("true"u8);
                return Node.Boolean(at, true);
            case (byte)'f':
                Expect("false"u8);
                return Node.Boolean(at, false);
            case (byte)'n':
                Expect("null"u8);
                return Node.Null(at);
            case (byte)'N':
                Expect("NaN"u8);
                return Node.Number(at, double.NaN);
            case (byte)'I':
                Expect("Infinity"u8);
                return Node.Number(at, double.PositiveInfinity);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return ReadNumber(isKept, at);
            default:
                throw Unexpected("a value");
        }
    }

    private void Count(SourceLocation at)
    {
        if (++_nodes > _limits.MaxNodes)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"it holds more than the {_limits.MaxNodes} keys and values that are read"), at);
        }
    }

    private void Open(bool isMap, SourceLocation at)
    {
        if (_depth == _limits.MaxJsonDepth)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"it nests deeper than the {_limits.MaxJsonDepth} levels that are read"), at);
        }

        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _frames.Length * 2);
        }

        _frames[_depth++] = new Frame { IsMap = isMap, At = at, Start = isMap ? _memberCount : _itemCount, ReplacedMember = -1 };
        _position.At++;
    }

    // Behind an opening bracket: an empty container ends at once; of a mapping the first key is read.
    private bool TryCloseEmpty(bool isKept, [NotNullWhen(true)] out Node? node)
    {
        SkipSpace();
        ref var frame = ref _frames[_depth - 1];
        if (_position.At < _utf8.Length && _utf8[_position.At] == (frame.IsMap ? '}' : ']'))
        {
            _position.At++;
            node = Close(isKept);
            return true;
        }

        if (frame.IsMap && TryReadKey(ref frame, isKept, out node))
        {
            // The value was passed over; what follows it is up to the caller, as for any value that ended.
            return true;
        }

        node = null;
        return false;
    }

    private Node Close(bool isKept)
    {
        ref var frame = ref _frames[--_depth];
        frame.Index = null;
        if (!isKept)
        {
            return Passed;
        }

        if (frame.IsMap)
        {
            var members = _members.AsSpan(frame.Start, _memberCount - frame.Start);
            var map = Node.Map(frame.At, members.ToArray());
            members.Clear();
            _memberCount = frame.Start;
            return map;
        }

        var items = _items.AsSpan(frame.Start, _itemCount - frame.Start);
        var list = Node.List(frame.At, items.ToArray());
        items.Clear();
        _itemCount = frame.Start;
        return list;
    }

    private void Add(ref Frame frame, Node node)
    {
        if (!frame.IsMap)
        {
            if (_itemCount == _items.Length)
            {
                Array.Resize(ref _items, _items.Length * 2);
            }

            _items[_itemCount++] = node;
            return;
        }

        if (frame.ReplacedMember >= 0)
        {
            // The last value counts, at the first one's place.
            _members[frame.ReplacedMember] = _members[frame.ReplacedMember].With(node);
            frame.ReplacedMember = -1;
            return;
        }

        if (_memberCount == _members.Length)
        {
            Array.Resize(ref _members, _members.Length * 2);
        }

        _members[_memberCount++] = new Member(frame.Key!, frame.KeyAt, node);
    }

    // Reads a key and its colon. True where the value was passed over as unknown and large: the node then tells its place and length.
    private bool TryReadKey(ref Frame frame, bool isKept, [NotNullWhen(true)] out Node? passedOver)
    {
        if (_position.At == _utf8.Length || _utf8[_position.At] != '"')
        {
            throw Unexpected("a key in double quotes");
        }

        var at = Here;
        var name = ReadString(isKept, isKey: true);
        SkipSpace();
        if (_position.At == _utf8.Length || _utf8[_position.At] != ':')
        {
            throw Unexpected("':' after a key");
        }

        _position.At++;
        SkipSpace();
        passedOver = null;
        if (!isKept)
        {
            return false;
        }

        Count(at);
        frame.ReplacedMember = IndexOf(ref frame, name);
        (frame.Key, frame.KeyAt) = (name, at);
        return _depth == 1 && _declared is not null && Ahead(_limits.MaxUnknownBytes + 1L) && !_declared.Contains(name) && TryPassOver(out passedOver);
    }

    // Where the member with this name stands already, or -1.
    private readonly int IndexOf(ref Frame frame, string name)
    {
        var members = _members.AsSpan(frame.Start, _memberCount - frame.Start);
        if (members.Length < LinearKeys)
        {
            for (var i = 0; i < members.Length; i++)
            {
                if (string.Equals(members[i].Name, name, StringComparison.Ordinal))
                {
                    return frame.Start + i;
                }
            }

            return -1;
        }

        frame.Index ??= new KeyIndex(_members.AsSpan(0, _memberCount), frame.Start);
        return frame.Index.FindOrAdd(_members.AsSpan(0, _memberCount), frame.Start, name, _memberCount);
    }

    private void SkipSpace()
    {
        do
        {
            SkipSpaceInSight();
        }
        while (_position.At == _utf8.Length && More());
    }

    private void SkipSpaceInSight()
    {
        var at = _position.At;
        while (at < _utf8.Length)
        {
            switch (_utf8[at])
            {
                case (byte)' ' or (byte)'\t':
                    at++;
                    break;
                case (byte)'\r' when at + 1 == _utf8.Length && _window is not null:
                    // Whether a line feed follows shows only in the next block.
                    _position.At = at;
                    Ahead(2);
                    at = _position.At;
                    if (at + 1 == _utf8.Length)
                    {
                        EndLine(++at);
                    }

                    break;
                case (byte)'\r' when at + 1 < _utf8.Length && _utf8[at + 1] == '\n':
                    at++;
                    break;
                case (byte)'\n' or (byte)'\r':
                    EndLine(++at);
                    break;
                default:
                    _position.At = at;
                    return;
            }
        }

        _position.At = at;
    }

    private void EndLine(int next)
    {
        _position.Line++;
        _position.LineStart = _start + next;
        _position.Continuations = 0;
    }

    private readonly SourceLocation LocationOf(int at)
        => new((int)Math.Min(int.MaxValue, _position.Line), (int)Math.Min(int.MaxValue, _start + at - _position.LineStart - _position.Continuations + 1));

    private UnreadableException Unexpected(string expected)
    {
        Ahead(LongestCharacter);
        return UnreadableException.Syntax(
            _position.At >= _utf8.Length ? $"{expected} is expected, but the file ends" : $"{expected} is expected, not {Characters.Describe(_utf8[_position.At..])}", Here);
    }

    /// <summary>Where the reader stands; kept whole so that it can go back.</summary>
    private struct Position
    {
        public int At;
        public long Line;
        public long LineStart;

        /// <summary>Bytes of this line before <see cref="At"/> that only continue a character.</summary>
        public long Continuations;
    }

    /// <summary>An open container.</summary>
    private struct Frame
    {
        public bool IsMap;
        public SourceLocation At;
        public int Start;
        public string? Key;
        public SourceLocation KeyAt;
        public int ReplacedMember;
        public KeyIndex? Index;
    }
}

using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Builds nodes from the tokens of one JSON text.</summary>
/// <remarks>Keeps a stack of its own, so that no nesting can exhaust that of the thread.</remarks>
internal ref struct JsonTreeReader
{
    private const int LinearKeys = 16;

    private readonly ReadLimits _limits;
    private readonly IReadOnlySet<string>? _declared;
    private JsonTokens _tokens;

    private Node? _root;
    private int _nodes;
    private bool _mayBePassedOver;

    // Elements and members of all open containers; each container owns the range from its frame's start to the top.
    private Frame[] _frames = new Frame[8];
    private int _depth;
    private Node[] _items = new Node[16];
    private int _itemCount;
    private Member[] _members = new Member[32];
    private int _memberCount;

    private JsonTreeReader(ReadOnlySpan<byte> utf8, JsonWindow? window, ReadLimits limits, IReadOnlySet<string>? declared)
    {
        _limits = limits;
        _declared = declared;
        _tokens = new JsonTokens(utf8, window, limits);
    }

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
        try
        {
            while (_tokens.Next())
            {
                TakeToken();
            }

            return _root!;
        }
        catch (JsonException failure)
        {
            throw _tokens.ToProblem(failure);
        }
    }

    private void TakeToken()
    {
        switch (_tokens.Type)
        {
            case JsonTokenType.PropertyName:
                TakeKey();
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Open();
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Add(Close());
                break;
            default:
                Add(Scalar());
                break;
        }
    }

    private Node Scalar()
    {
        var at = _tokens.Here;
        Count(at);
        return _tokens.Type switch
        {
            JsonTokenType.String => PythonJson.ValueOf(_tokens.Bytes) is { } literal ? Node.Number(at, literal) : Node.Text(at, _tokens.Text),
            JsonTokenType.Number => Number(at),
            JsonTokenType.Null => Node.Null(at),
            var type => Node.Boolean(at, type is JsonTokenType.True),
        };
    }

    private Node Number(SourceLocation at)
    {
        if (_tokens.TryGetInt64(out var integer))
        {
            return Node.Integer(at, integer);
        }

        if (!_tokens.Bytes.ContainsAny(".eE"u8))
        {
            return Node.Integer(at, BigInteger.Parse(Encoding.UTF8.GetString(_tokens.Bytes), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }

        var real = _tokens.GetDouble();
        return Node.Number(at, real, double.IsFinite(real) ? null : Encoding.UTF8.GetString(_tokens.Bytes));
    }

    private void TakeKey()
    {
        var at = _tokens.Here;
        if (PythonJson.ValueOf(_tokens.Bytes) is not null)
        {
            throw _tokens.LiteralAsKey();
        }

        Count(at);
        var name = _tokens.Key;
        ref var frame = ref _frames[_depth - 1];
        (frame.Key, frame.KeyAt, frame.ReplacedMember) = (name, at, IndexOf(ref frame, name));
        if (_depth == 1 && _declared?.Contains(name) is false)
        {
            TakeUnknown();
        }
    }

    // The value of an unknown member is kept until it turns out to be large.
    private void TakeUnknown()
    {
        _tokens.BeginUnknown();
        _tokens.Next();
        var (at, from, nodes, items, members) = (_tokens.Here, _tokens.Start, _nodes, _itemCount, _memberCount);
        _mayBePassedOver = true;
        while (_tokens.End - from <= _limits.MaxUnknownBytes)
        {
            TakeToken();
            if (_depth == 1)
            {
                _tokens.KeepUnknown();
                _mayBePassedOver = false;
                CheckCount(at);
                return;
            }

            _tokens.Next();
        }

        _mayBePassedOver = false;
        _depth = 1;
        _items.AsSpan(items, _itemCount - items).Clear();
        _members.AsSpan(members, _memberCount - members).Clear();
        (_nodes, _itemCount, _memberCount) = (nodes + 1, items, members);
        Add(Node.Opaque(at, _tokens.PassOver(_depth, from)));
    }

    private void Count(SourceLocation at)
    {
        _nodes++;
        if (!_mayBePassedOver)
        {
            CheckCount(at);
        }
    }

    private readonly void CheckCount(SourceLocation at)
    {
        if (_nodes > _limits.MaxNodes)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"it holds more than the {_limits.MaxNodes} keys and values that are read"), at);
        }
    }

    private void Open()
    {
        var at = _tokens.Here;
        Count(at);
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _frames.Length * 2);
        }

        var isMap = _tokens.Type is JsonTokenType.StartObject;
        _frames[_depth++] = new Frame { IsMap = isMap, At = at, Start = isMap ? _memberCount : _itemCount, ReplacedMember = -1 };
    }

    private Node Close()
    {
        ref var frame = ref _frames[--_depth];
        frame.Index = null;
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

    private void Add(Node node)
    {
        if (_depth == 0)
        {
            _root = node;
            return;
        }

        ref var frame = ref _frames[_depth - 1];
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

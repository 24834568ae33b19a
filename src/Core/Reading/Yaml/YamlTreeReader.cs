using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using FlowEntry = YamlDotNet.Core.Tokens.FlowEntry;
using FlowMappingStart = YamlDotNet.Core.Tokens.FlowMappingStart;
using Key = YamlDotNet.Core.Tokens.Key;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>Reads one YAML 1.1 document into nodes, as the reference's parser does (rules 0.7 §3.2, rules 1.0 part 1 §3.3).</summary>
/// <remarks>
/// The grammar is YamlDotNet's: its parser gives events. Ours is what they mean: events to a graph (here), the graph to values (<see cref="YamlConstructor"/>). The library's parser does not
/// recurse, and neither does the building of the graph; its depth is bounded before the constructor recurses.
/// </remarks>
internal sealed class YamlTreeReader
{
    private const string CoreTags = "tag:yaml.org,2002:";

    private readonly ReadLimits _limits;
    private readonly YamlTokens _tokens;
    private readonly Parser _parser;
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly Stack<Collection> _open = new();
    private int _flowDepth;
    private int _nodes;
    private YamlNode? _root;

    private YamlTreeReader(ReadOnlyMemory<byte> utf8, ReadLimits limits)
    {
        _limits = limits;
        _tokens = new YamlTokens(utf8);
        _parser = new Parser(_tokens);
    }

    /// <summary>Reads a whole text.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="limits">Bounds.</param>
    /// <exception cref="UnreadableException">The text is no YAML 1.1, or breaks a bound.</exception>
    public static Node Read(ReadOnlyMemory<byte> utf8, ReadLimits limits)
    {
        var reader = new YamlTreeReader(utf8, limits);
        reader.ReadDocument();
        return reader._root is { } root ? new YamlConstructor(limits).Construct(root) : Node.Null(new SourceLocation(1, 1));
    }

    private void ReadDocument()
    {
        var hasDocument = false;
        while (MoveNext())
        {
            switch (_parser.Current)
            {
                case DocumentStart when hasDocument:
                    throw UnreadableException.Syntax("a second document begins here; a file may hold only one", _tokens.At);
                case DocumentStart:
                    hasDocument = true;
                    break;
                case AnchorAlias alias:
                    Add(Resolve(alias), _tokens.ScalarAt);
                    break;
                case Scalar scalar:
                    var value = ToNode(scalar);
                    Add(value, value.At, IsEmpty(scalar));
                    break;
                case SequenceStart list:
                    Open(YamlNodeKind.Sequence, list, list.Style is SequenceStyle.Flow);
                    break;
                case MappingStart mapping:
                    Open(YamlNodeKind.Mapping, mapping, mapping.Style is MappingStyle.Flow);
                    break;
                case SequenceEnd or MappingEnd:
                    Close();
                    break;
                case StreamEnd when !hasDocument && _tokens.HasDocumentEnd:
                    throw UnreadableException.Syntax("a value is expected before '...'", _tokens.At);
                default:
                    break;
            }
        }
    }

    // The library names what it finds by its own exceptions, and what it did not foresee by those of the framework.
    private bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException failure)
        {
            throw UnreadableException.Syntax(Lower(failure.Message), _tokens.Locate(failure));
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or KeyNotFoundException or FormatException or OverflowException)
        {
            throw UnreadableException.Syntax("what stands here is no YAML", _tokens.At);
        }
    }

    private static string Lower(string message) => string.Concat(message[..1].ToLowerInvariant(), message.AsSpan(1).TrimEnd('.'));

    private void Open(YamlNodeKind kind, NodeEvent start, bool isFlow)
    {
        var node = new YamlNode(kind, ToTag(start, kind is YamlNodeKind.Mapping ? YamlTag.Map : YamlTag.List), _tokens.At) { TagText = TagText(start) };
        Count(node.At);
        if (_open.Count == _limits.MaxYamlDepth)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"it nests deeper than the {_limits.MaxYamlDepth} levels that are read"), node.At);
        }

        Register(node, start);
        Add(node, node.At);
        _open.Push(new Collection(node, isFlow));
        _flowDepth += isFlow ? 1 : 0;
    }

    private void Close()
    {
        var closed = _open.Pop();
        _flowDepth -= closed.IsFlow ? 1 : 0;
        if (closed.ExpectsValue)
        {
            throw UnreadableException.Syntax("a key without a value stands in this mapping", closed.Node.At);
        }
    }

    private void Add(YamlNode node, SourceLocation at, bool isEmpty = false)
    {
        if (!_open.TryPeek(out var parent))
        {
            _root = node;
            return;
        }

        if (parent is { IsFlow: true, Node.Kind: YamlNodeKind.Mapping } && !IsSeparated(parent, isEmpty))
        {
            throw UnreadableException.Syntax("',' or ':' is expected before this value, and ':' in the line of its key", at);
        }

        if (parent.ExpectsKey)
        {
            parent.KeyAt = at;
            parent.HasKeySign = _tokens.Sign is Key;
        }

        parent.Node.Add(node);
    }

    // The library takes two texts in a row for a key and its value, or for two keys, and a key over several lines, which the reference's parser does not.
    private bool IsSeparated(Collection mapping, bool isEmpty)
        => mapping.ExpectsKey ? _tokens.Sign is Key or FlowEntry or FlowMappingStart
            : IsBefore(mapping.KeyAt, _tokens.IndicatorAt) ? mapping.HasKeySign
            : isEmpty;

    private YamlNode ToNode(Scalar scalar)
    {
        var isPlain = scalar.Style is ScalarStyle.Plain;
        var at = scalar.Value.Length > 0 || !isPlain ? _tokens.ScalarAt : !scalar.Anchor.IsEmpty ? _tokens.AnchorAt : !scalar.Tag.IsEmpty ? _tokens.TagAt : EmptyAt();
        Count(at);
        if (IsEmpty(scalar) && _open.TryPeek(out var parent) && parent.ExpectsKey && !(_tokens.Sign is Key sign && sign.End.Index > sign.Start.Index))
        {
            throw UnreadableException.Syntax("a key is expected before ':'", at);
        }

        if (isPlain)
        {
            RefuseIndicators(scalar.Value, at);
        }

        var tag = ToTag(scalar, isPlain || scalar.Tag == "!" ? YamlScalars.Resolve(scalar.Value) : YamlTag.Text);
        var node = new YamlNode(YamlNodeKind.Scalar, tag, at) { Text = scalar.Value, TagText = TagText(scalar) };
        Register(node, scalar);
        return node;
    }

    private static bool IsEmpty(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "", Anchor.IsEmpty: true, Tag.IsEmpty: true };

    private static string? TagText(NodeEvent node) => node.Tag.IsEmpty ? null : node.Tag.Value;

    // A value that is not there has the place of its sign, or of its key where the key is all there is.
    private SourceLocation EmptyAt()
    {
        if (!_open.TryPeek(out var parent))
        {
            return _tokens.At;
        }

        return parent.ExpectsValue && _tokens.Sign is not Key && IsBefore(_tokens.IndicatorAt, parent.KeyAt) ? parent.KeyAt : _tokens.IndicatorAt;
    }

    // Signs that mean something to the reference's parser where the library takes them as text.
    private void RefuseIndicators(string plain, SourceLocation at)
    {
        if (plain.Contains(": ", StringComparison.Ordinal) || (_flowDepth > 0 && (plain is [':' or '%' or '@' or '`' or '|' or '>' or '\'' or '"', ..] || plain.Contains('?', StringComparison.Ordinal))))
        {
            throw UnreadableException.Syntax("a text with such signs is put in quotes", at);
        }
    }

    private static bool IsBefore(SourceLocation one, SourceLocation other) => (one.Line, one.Column).CompareTo((other.Line, other.Column)) < 0;

    private YamlNode Resolve(AnchorAlias alias)
        => _anchors.TryGetValue(alias.Value.Value, out var target) ? target
            : throw UnreadableException.Syntax($"the alias *{alias.Value} has no anchor &{alias.Value} before it", _tokens.ScalarAt);

    private void Register(YamlNode node, NodeEvent named)
    {
        if (named.Anchor.IsEmpty)
        {
            return;
        }

        var name = named.Anchor.Value;
        if (!_anchors.TryAdd(name, node))
        {
            throw UnreadableException.Syntax($"the anchor &{name} is defined twice", _tokens.AnchorAt);
        }

        if (!name.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_'))
        {
            throw UnreadableException.Syntax($"the name of an anchor, of letters, digits, '-' and '_', is expected, not {name}", _tokens.AnchorAt);
        }
    }

    private void Count(SourceLocation at)
    {
        if (++_nodes > _limits.MaxNodes)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"it holds more than the {_limits.MaxNodes} keys and values that are read"), at);
        }
    }

    private static YamlTag ToTag(NodeEvent node, YamlTag untagged)
    {
        if (node.Tag.IsEmpty || node.Tag.Value == "!")
        {
            return untagged;
        }

        var tag = node.Tag.Value;
        return !tag.StartsWith(CoreTags, StringComparison.Ordinal) ? YamlTag.Unknown : tag[CoreTags.Length..] switch
        {
            "str" => YamlTag.Text,
            "int" => YamlTag.Integer,
            "float" => YamlTag.Number,
            "bool" => YamlTag.Boolean,
            "null" => YamlTag.Null,
            "timestamp" => YamlTag.Timestamp,
            "binary" => YamlTag.Binary,
            "seq" => YamlTag.List,
            "map" => YamlTag.Map,
            "set" => YamlTag.Set,
            "omap" => YamlTag.OrderedMap,
            "pairs" => YamlTag.Pairs,
            "merge" => YamlTag.Merge,
            "value" => YamlTag.DefaultValue,
            _ => YamlTag.Unknown,
        };
    }

    /// <summary>A collection whose end is still to come.</summary>
    private sealed class Collection(YamlNode node, bool isFlow)
    {
        public YamlNode Node { get; } = node;

        /// <summary>Whether it stands in brackets or braces.</summary>
        public bool IsFlow { get; } = isFlow;

        public bool ExpectsKey => Node.Kind is YamlNodeKind.Mapping && Node.Children.Count % 2 == 0;

        public bool ExpectsValue => Node.Kind is YamlNodeKind.Mapping && Node.Children.Count % 2 == 1;

        /// <summary>Where the last key stands, also one that is an alias.</summary>
        public SourceLocation KeyAt { get; set; }

        /// <summary>Whether the last key was marked as one, by '?' or by a ':' in its line.</summary>
        public bool HasKeySign { get; set; }
    }
}

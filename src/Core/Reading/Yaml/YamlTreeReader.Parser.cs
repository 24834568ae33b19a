using System.Globalization;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <content>Tokens to the graph of nodes.</content>
internal ref partial struct YamlTreeReader
{
    private const string CoreTags = "tag:yaml.org,2002:";

    // The one document; null where the file holds nothing at all.
    private YamlNode? ReadDocument()
    {
        var first = PeekKind();
        if (first is YamlTokenKind.StreamEnd)
        {
            return null;
        }

        YamlNode root;
        if (first is YamlTokenKind.Directive or YamlTokenKind.DocumentStart)
        {
            ReadDirectives();
            root = PeekKind() is YamlTokenKind.Directive or YamlTokenKind.DocumentStart or YamlTokenKind.DocumentEnd or YamlTokenKind.StreamEnd
                ? Empty(PeekToken().At)
                : ReadNode(isBlock: true);
        }
        else
        {
            root = ReadNode(isBlock: true);
        }

        while (PeekKind() is YamlTokenKind.DocumentEnd)
        {
            TakeToken();
        }

        var end = PeekToken();
        return end.Kind is YamlTokenKind.StreamEnd ? root
            : throw UnreadableException.Syntax(
                end.Kind is YamlTokenKind.DocumentStart ? "a second document begins here; a file may hold only one" : $"the end of the document is expected, not {Describe(end)}", end.At);
    }

    private void ReadDirectives()
    {
        var hasVersion = false;
        while (PeekKind() is YamlTokenKind.Directive)
        {
            var directive = TakeToken();
            if (directive is { Text: "YAML", Handle: { } major })
            {
                if (hasVersion)
                {
                    throw UnreadableException.Syntax("the YAML version is stated twice", directive.At);
                }

                hasVersion = true;
                if (major.TrimStart('0') != "1")
                {
                    throw UnreadableException.Syntax($"YAML 1.x is expected, not version {major}", directive.At);
                }
            }
            else if (directive is { Text: "TAG", Handle: { } handle, Extra: { } prefix } && !(_tagHandles ??= new(StringComparer.Ordinal)).TryAdd(handle, prefix))
            {
                throw UnreadableException.Syntax($"the tag handle {handle} is stated twice", directive.At);
            }
        }

        var start = PeekToken();
        if (start.Kind is not YamlTokenKind.DocumentStart)
        {
            throw UnreadableException.Syntax($"'---' is expected behind the directives, not {Describe(start)}", start.At);
        }

        TakeToken();
    }

    private YamlNode ReadNode(bool isBlock, bool mayBeIndentless = false)
    {
        if (PeekKind() is YamlTokenKind.Alias)
        {
            var alias = TakeToken();
            return _anchors is not null && _anchors.TryGetValue(alias.Text!, out var target) ? target
                : throw UnreadableException.Syntax($"the alias *{alias.Text} has no anchor &{alias.Text} before it", alias.At);
        }

        YamlToken? anchor = null;
        YamlToken? tag = null;
        for (var i = 0; i < 2; i++)
        {
            if (anchor is null && PeekKind() is YamlTokenKind.Anchor)
            {
                anchor = TakeToken();
            }
            else if (tag is null && PeekKind() is YamlTokenKind.Tag)
            {
                tag = TakeToken();
            }
        }

        if (anchor is { } named && _anchors is not null && _anchors.ContainsKey(named.Text!))
        {
            throw UnreadableException.Syntax($"the anchor &{named.Text} is defined twice", named.At);
        }

        var tagText = tag is { } given ? TagText(given) : null;
        var token = PeekToken();
        switch (token.Kind)
        {
            case YamlTokenKind.BlockEntry when mayBeIndentless:
                return ReadIndentlessSequence(Collection(YamlNodeKind.Sequence, tagText, anchor, token.At));
            case YamlTokenKind.Scalar:
                TakeToken();
                return Scalar(token.Text!, tagText, token.IsPlain, anchor, token.At);
            case YamlTokenKind.FlowSequenceStart:
                return ReadFlowSequence(Collection(YamlNodeKind.Sequence, tagText, anchor, token.At));
            case YamlTokenKind.FlowMappingStart:
                return ReadFlowMapping(Collection(YamlNodeKind.Mapping, tagText, anchor, token.At));
            case YamlTokenKind.BlockSequenceStart when isBlock:
                return ReadBlockSequence(Collection(YamlNodeKind.Sequence, tagText, anchor, token.At));
            case YamlTokenKind.BlockMappingStart when isBlock:
                return ReadBlockMapping(Collection(YamlNodeKind.Mapping, tagText, anchor, token.At));
            default:
                return (anchor ?? tag) is { } property ? Scalar("", tagText, isPlain: tagText is null, anchor, property.At)
                    : throw UnreadableException.Syntax($"a value is expected, not {Describe(token)}", token.At);
        }
    }

    private YamlNode ReadBlockSequence(YamlNode node)
    {
        TakeToken();
        while (PeekKind() is YamlTokenKind.BlockEntry)
        {
            var entry = TakeToken();
            node.Add(PeekKind() is YamlTokenKind.BlockEntry or YamlTokenKind.BlockEnd ? Empty(entry.At) : ReadNode(isBlock: true));
        }

        TakeEnd(YamlTokenKind.BlockEnd, "'-' or the end of the list");
        _depth--;
        return node;
    }

    // A list as a value whose dashes stand no deeper than its key.
    private YamlNode ReadIndentlessSequence(YamlNode node)
    {
        while (PeekKind() is YamlTokenKind.BlockEntry)
        {
            var entry = TakeToken();
            node.Add(
                PeekKind() is YamlTokenKind.BlockEntry or YamlTokenKind.Key or YamlTokenKind.Value or YamlTokenKind.BlockEnd ? Empty(entry.At) : ReadNode(isBlock: true));
        }

        _depth--;
        return node;
    }

    private YamlNode ReadBlockMapping(YamlNode node)
    {
        TakeToken();
        while (PeekKind() is YamlTokenKind.Key)
        {
            var at = TakeToken().At;
            var key = EndsBlockMember() ? Empty(at) : ReadNode(isBlock: true, mayBeIndentless: true);
            YamlNode? value = null;
            if (PeekKind() is YamlTokenKind.Value)
            {
                at = TakeToken().At;
                value = EndsBlockMember() ? null : ReadNode(isBlock: true, mayBeIndentless: true);
            }

            Add(node, key, value ?? Empty(at));
        }

        TakeEnd(YamlTokenKind.BlockEnd, "a key or the end of the mapping");
        _depth--;
        return node;
    }

    private bool EndsBlockMember() => PeekKind() is YamlTokenKind.Key or YamlTokenKind.Value or YamlTokenKind.BlockEnd;

    private YamlNode ReadFlowSequence(YamlNode node)
    {
        TakeToken();
        var isFirst = true;
        while (PeekKind() is not YamlTokenKind.FlowSequenceEnd)
        {
            TakeSeparator(ref isFirst, "',' or ']'");
            if (PeekKind() is YamlTokenKind.Key)
            {
                node.Add(ReadSingleMember());
            }
            else if (PeekKind() is not YamlTokenKind.FlowSequenceEnd)
            {
                node.Add(ReadNode(isBlock: false));
            }
        }

        TakeToken();
        _depth--;
        return node;
    }

    // "key: value" as an element of a list in brackets is a mapping of one member.
    private YamlNode ReadSingleMember()
    {
        var at = TakeToken().At;
        var node = Collection(YamlNodeKind.Mapping, tagText: null, anchor: null, at);
        var key = PeekKind() is YamlTokenKind.Value or YamlTokenKind.FlowEntry or YamlTokenKind.FlowSequenceEnd ? Empty(at) : ReadNode(isBlock: false);
        YamlNode? value = null;
        if (PeekKind() is YamlTokenKind.Value)
        {
            at = TakeToken().At;
            value = PeekKind() is YamlTokenKind.FlowEntry or YamlTokenKind.FlowSequenceEnd ? null : ReadNode(isBlock: false);
        }

        Add(node, key, value ?? Empty(at));
        _depth--;
        return node;
    }

    private YamlNode ReadFlowMapping(YamlNode node)
    {
        TakeToken();
        var isFirst = true;
        while (PeekKind() is not YamlTokenKind.FlowMappingEnd)
        {
            TakeSeparator(ref isFirst, "',' or '}'");
            if (PeekKind() is YamlTokenKind.Key)
            {
                var at = TakeToken().At;
                var key = EndsFlowKey() ? Empty(at) : ReadNode(isBlock: false);
                YamlNode? value = null;
                if (PeekKind() is YamlTokenKind.Value)
                {
                    at = TakeToken().At;
                    value = PeekKind() is YamlTokenKind.FlowEntry or YamlTokenKind.FlowMappingEnd ? null : ReadNode(isBlock: false);
                }

                Add(node, key, value ?? Empty(at));
            }
            else if (PeekKind() is not YamlTokenKind.FlowMappingEnd)
            {
                var key = ReadNode(isBlock: false);
                Add(node, key, Empty(key.At));
            }
        }

        TakeToken();
        _depth--;
        return node;
    }

    private bool EndsFlowKey() => PeekKind() is YamlTokenKind.Value or YamlTokenKind.FlowEntry or YamlTokenKind.FlowMappingEnd;

    private void TakeSeparator(ref bool isFirst, string expected)
    {
        if (!isFirst)
        {
            TakeEnd(YamlTokenKind.FlowEntry, expected);
        }

        isFirst = false;
    }

    private void TakeEnd(YamlTokenKind kind, string expected)
    {
        var token = PeekToken();
        if (token.Kind != kind)
        {
            throw UnreadableException.Syntax($"{expected} is expected, not {Describe(token)}", token.At);
        }

        TakeToken();
    }

    private static void Add(YamlNode mapping, YamlNode key, YamlNode value)
    {
        mapping.Add(key);
        mapping.Add(value);
    }

    private YamlNode Empty(SourceLocation at)
    {
        Count(at);
        return new YamlNode(YamlNodeKind.Scalar, YamlTag.Null, at);
    }

    private YamlNode Scalar(string text, string? tagText, bool isPlain, YamlToken? anchor, SourceLocation at)
    {
        Count(at);
        var tag = tagText switch
        {
            "!" => YamlScalars.Resolve(text),
            null => isPlain ? YamlScalars.Resolve(text) : YamlTag.Text,
            _ => ToTag(tagText),
        };
        return Register(new YamlNode(YamlNodeKind.Scalar, tag, at) { Text = text, TagText = tagText }, anchor);
    }

    // Counts a level; whoever reads the collection counts it off again.
    private YamlNode Collection(YamlNodeKind kind, string? tagText, YamlToken? anchor, SourceLocation at)
    {
        Count(at);
        if (++_depth > _limits.MaxYamlDepth)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"it nests deeper than the {_limits.MaxYamlDepth} levels that are read"), at);
        }

        var tag = tagText is null or "!" ? (kind is YamlNodeKind.Mapping ? YamlTag.Map : YamlTag.List) : ToTag(tagText);
        return Register(new YamlNode(kind, tag, at) { TagText = tagText }, anchor);
    }

    private YamlNode Register(YamlNode node, YamlToken? anchor)
    {
        if (anchor is { Text: { } name })
        {
            (_anchors ??= new(StringComparer.Ordinal)).Add(name, node);
        }

        return node;
    }

    private void Count(SourceLocation at)
    {
        if (++_nodes > _limits.MaxNodes)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"it holds more than the {_limits.MaxNodes} keys and values that are read"), at);
        }
    }

    private readonly string TagText(YamlToken tag)
    {
        if (tag.Handle is not { } handle)
        {
            return tag.Text!;
        }

        var prefix = _tagHandles is not null && _tagHandles.TryGetValue(handle, out var stated) ? stated : handle switch { "!" => "!", "!!" => CoreTags, _ => null };
        return prefix is null ? throw UnreadableException.Syntax($"the tag handle {handle} is not known", tag.At) : prefix + tag.Text;
    }

    private static YamlTag ToTag(string text) => !text.StartsWith(CoreTags, StringComparison.Ordinal) ? YamlTag.Unknown : text[CoreTags.Length..] switch
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

    private static string Describe(YamlToken token) => token.Kind switch
    {
        YamlTokenKind.StreamEnd => "the end of the file",
        YamlTokenKind.Directive => "a directive",
        YamlTokenKind.DocumentStart => "'---'",
        YamlTokenKind.DocumentEnd => "'...'",
        YamlTokenKind.BlockSequenceStart or YamlTokenKind.BlockEntry => "a list entry '-'",
        YamlTokenKind.BlockMappingStart => "a mapping",
        YamlTokenKind.BlockEnd => "the end of the block, by its indentation",
        YamlTokenKind.FlowSequenceStart => "'['",
        YamlTokenKind.FlowSequenceEnd => "']'",
        YamlTokenKind.FlowMappingStart => "'{'",
        YamlTokenKind.FlowMappingEnd => "'}'",
        YamlTokenKind.FlowEntry => "','",
        YamlTokenKind.Key => "a key",
        YamlTokenKind.Value => "':'",
        YamlTokenKind.Alias => "an alias",
        YamlTokenKind.Anchor => "an anchor",
        YamlTokenKind.Tag => "a tag",
        _ => "a text",
    };
}

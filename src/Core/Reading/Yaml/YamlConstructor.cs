using System.Globalization;
using System.Numerics;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>Makes values of a YAML graph: resolves types, merge keys and duplicate keys. A node reached twice is made once and shared.</summary>
internal sealed class YamlConstructor(ReadLimits limits)
{
    private int _depth;
    private int _merged;

    /// <summary>Makes the value of a node and of all below it.</summary>
    /// <exception cref="UnreadableException">A tag does not fit its value, or a key or a merge is none.</exception>
    public Node Construct(YamlNode node)
    {
        if (node.Value is { } made)
        {
            return made;
        }

        // Aliases into what was never looked at can chain deeper than the text nests.
        if (_depth == limits.MaxYamlDepth)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"its aliases nest deeper than the {limits.MaxYamlDepth} levels that are read"), node.At);
        }

        _depth++;
        var value = node.Tag switch
        {
            YamlTag.List => ConstructList(node),
            YamlTag.Map => ConstructMap(node),
            YamlTag.Set => ConstructSet(node),
            YamlTag.OrderedMap or YamlTag.Pairs => ConstructPairs(node),
            YamlTag.Merge => throw UnreadableException.Syntax("'<<' is only allowed as a key; put it in quotes if it is meant as text", node.At),
            YamlTag.DefaultValue => throw UnreadableException.Syntax("a plain '=' has no meaning; put it in quotes if it is meant as text", node.At),
            YamlTag.Unknown => throw UnreadableException.Syntax($"the tag {Shorten(node.TagText ?? "")} is not known", node.At),
            _ => ConstructScalar(node, ScalarText(node)),
        };
        _depth--;
        node.Value = value;
        return value;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "…");

    // A mapping may stand for a scalar by its member '='.
    private static string ScalarText(YamlNode node)
    {
        var visited = 0;
        while (node.Kind is YamlNodeKind.Mapping)
        {
            YamlNode? inner = null;
            for (var i = 0; i < node.Children.Count && inner is null; i += 2)
            {
                inner = node.Children[i].Tag is YamlTag.DefaultValue ? node.Children[i + 1] : null;
            }

            if (inner is null || ++visited > 1000)
            {
                break;
            }

            node = inner;
        }

        return node.Kind is YamlNodeKind.Scalar ? node.Text
            : throw UnreadableException.Syntax($"the tag {Shorten(node.TagText ?? "of a scalar")} stands before a {(node.Kind is YamlNodeKind.Mapping ? "mapping" : "list")}", node.At);
    }

    private Node ConstructScalar(YamlNode node, string text)
    {
        switch (node.Tag)
        {
            case YamlTag.Null:
                return Node.Null(node.At);
            case YamlTag.Boolean:
                return YamlScalars.ToBoolean(text) is { } boolean ? Node.Boolean(node.At, boolean, text is "true" or "false" ? null : text) : throw DoesNotFit(node, text, "true or false");
            case YamlTag.Integer:
                return ConstructInteger(node, text);
            case YamlTag.Number:
                return YamlScalars.ToNumber(text) is { } number ? Node.Number(node.At, number, text) : throw DoesNotFit(node, text, "a number");
            case YamlTag.Timestamp:
                return YamlScalars.IsExistingTimestamp(text) ? Node.Date(node.At, text) : throw DoesNotFit(node, text, "a date or time that exists");
            case YamlTag.Binary:
                return ConstructBinary(node, text);
            default:
                return Node.Text(node.At, text);
        }
    }

    private Node ConstructInteger(YamlNode node, string text)
    {
        BigInteger? value;
        try
        {
            value = YamlScalars.ToInteger(text, limits.MaxIntegerDigits);
        }
        catch (OverflowException)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"it holds an integer of more than the {limits.MaxIntegerDigits} digits that are read"), node.At);
        }

        return value is not { } integer ? throw DoesNotFit(node, text, "an integer") : Node.Integer(node.At, integer, IsCanonical(text) ? null : text);
    }

    // Whether an integer is written as it would be printed.
    private static bool IsCanonical(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || text.Length == 1);
    }

    private static Node ConstructBinary(YamlNode node, string text)
    {
        var bytes = Ascii.IsValid(text) ? DecodeBase64(text) : null;
        return bytes is null ? throw DoesNotFit(node, text, "data in base 64")
            : Node.Binary(node.At, System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null);
    }

    // As lenient as the reference: what is no digit is passed over, and padding ends the data.
    private static byte[]? DecodeBase64(string text)
    {
        var bytes = new List<byte>(text.Length * 3 / 4);
        var (phase, pads, left) = (0, 0, 0);
        foreach (var unit in text)
        {
            if (unit == '=')
            {
                if (phase >= 2 && phase + ++pads >= 4)
                {
                    return [.. bytes];
                }

                continue;
            }

            var digit = unit switch
            {
                >= 'A' and <= 'Z' => unit - 'A',
                >= 'a' and <= 'z' => unit - 'a' + 26,
                >= '0' and <= '9' => unit - '0' + 52,
                '+' => 62,
                '/' => 63,
                _ => -1,
            };
            if (digit < 0)
            {
                continue;
            }

            pads = 0;
            switch (phase)
            {
                case 0:
                    (phase, left) = (1, digit);
                    break;
                case 1:
                    bytes.Add((byte)((left << 2) | (digit >> 4)));
                    (phase, left) = (2, digit & 0xF);
                    break;
                case 2:
                    bytes.Add((byte)((left << 4) | (digit >> 2)));
                    (phase, left) = (3, digit & 0x3);
                    break;
                default:
                    bytes.Add((byte)((left << 6) | digit));
                    (phase, left) = (0, 0);
                    break;
            }
        }

        return phase == 0 ? [.. bytes] : null;
    }

    private Node ConstructList(YamlNode node)
    {
        Expect(node, YamlNodeKind.Sequence, "list");
        if (node.Children.Count == 0)
        {
            return Node.List(node.At, []);
        }

        var items = new List<Node>(node.Children.Count);
        node.Value = Node.List(node.At, items);
        foreach (var child in node.Children)
        {
            items.Add(Construct(child));
        }

        return node.Value;
    }

    private Node ConstructMap(YamlNode node)
    {
        Expect(node, YamlNodeKind.Mapping, "mapping");
        if (node.Children.Count == 0)
        {
            return Node.Map(node.At, Array.Empty<Member>());
        }

        var members = new List<Member>(node.Children.Count / 2);
        node.Value = Node.Map(node.At, members);
        Fill(node, members);
        return node.Value;
    }

    private Node ConstructSet(YamlNode node)
    {
        Expect(node, YamlNodeKind.Mapping, "mapping");
        var items = new List<Node>(node.Children.Count / 2);
        node.Value = Node.Set(node.At, items);
        var members = new List<Member>(node.Children.Count / 2);
        Fill(node, members);
        foreach (var member in members)
        {
            items.Add(member.Key);
        }

        return node.Value;
    }

    // A list of mappings of one member each, which becomes a list of pairs.
    private Node ConstructPairs(YamlNode node)
    {
        Expect(node, YamlNodeKind.Sequence, "list");
        var items = new List<Node>(node.Children.Count);
        node.Value = Node.List(node.At, items);
        foreach (var child in node.Children)
        {
            if (child.Kind is not YamlNodeKind.Mapping || child.Children.Count != 2)
            {
                throw UnreadableException.Syntax("a mapping of one member is expected in an ordered mapping", child.At);
            }

            items.Add(Node.List(child.At, [Construct(child.Children[0]), Construct(child.Children[1])]));
        }

        return node.Value;
    }

    private void Fill(YamlNode node, List<Member> members)
    {
        Dictionary<Node, int>? places = null;
        var all = Flatten(node);
        for (var i = 0; i < all.Count; i += 2)
        {
            var (keyNode, valueNode) = (all[i], all[i + 1]);

            // As a key '=' is text, as the merging of members has it.
            var key = keyNode.Tag is YamlTag.DefaultValue ? keyNode.Value ??= Node.Text(keyNode.At, ScalarText(keyNode)) : Construct(keyNode);
            if (key.Kind is NodeKind.List or NodeKind.Map or NodeKind.Set)
            {
                throw UnreadableException.Syntax("a list or a mapping cannot be a key", keyNode.At);
            }

            var value = Construct(valueNode);
            var place = Find(members, key, ref places);
            if (place < 0)
            {
                members.Add(new Member(key, value));
            }
            else
            {
                members[place] = members[place].With(value);
            }
        }
    }

    // Where a key equal to this one stands; -1 where there is none, and it is noted as the next.
    private static int Find(List<Member> members, Node key, ref Dictionary<Node, int>? places)
    {
        if (members.Count < 16)
        {
            for (var i = 0; i < members.Count; i++)
            {
                if (members[i].Name is { } name ? key.Kind is NodeKind.Text && string.Equals(name, key.AsText, StringComparison.Ordinal) : KeyComparer.Instance.Equals(members[i].Key, key))
                {
                    return i;
                }
            }

            return -1;
        }

        if (places is null)
        {
            places = new Dictionary<Node, int>(members.Count * 2, KeyComparer.Instance);
            for (var i = 0; i < members.Count; i++)
            {
                places.TryAdd(members[i].Key, i);
            }
        }

        return places.TryAdd(key, members.Count) ? -1 : places[key];
    }

    // Keys and values in turn, with those of merge keys before them; of a list of mappings the first ones count most, so they come last.
    private List<YamlNode> Flatten(YamlNode node)
    {
        if (node.Flattened is { } done)
        {
            return done;
        }

        var hasMerge = false;
        for (var i = 0; i < node.Children.Count && !hasMerge; i += 2)
        {
            hasMerge = node.Children[i].Tag is YamlTag.Merge;
        }

        if (!hasMerge)
        {
            return node.Children;
        }

        var own = new List<YamlNode>(node.Children.Count);
        var merges = new List<YamlNode>();
        for (var i = 0; i < node.Children.Count; i += 2)
        {
            if (node.Children[i].Tag is YamlTag.Merge)
            {
                merges.Add(node.Children[i + 1]);
            }
            else
            {
                own.Add(node.Children[i]);
                own.Add(node.Children[i + 1]);
            }
        }

        // Set before the merges are looked at: a mapping may merge itself, which then adds what it has of its own.
        node.Flattened = own;
        if (++_depth > limits.MaxYamlDepth)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"its merges nest deeper than the {limits.MaxYamlDepth} levels that are read"), node.At);
        }

        var all = new List<YamlNode>();
        foreach (var merge in merges)
        {
            switch (merge.Kind)
            {
                case YamlNodeKind.Mapping:
                    Merge(all, merge);
                    break;
                case YamlNodeKind.Sequence:
                    if (merge.Children.Find(static element => element.Kind is not YamlNodeKind.Mapping) is { } misfit)
                    {
                        throw UnreadableException.Syntax("'<<' merges mappings only, and this is none", misfit.At);
                    }

                    for (var i = merge.Children.Count - 1; i >= 0; i--)
                    {
                        Merge(all, merge.Children[i]);
                    }

                    break;
                default:
                    throw UnreadableException.Syntax("'<<' merges a mapping or a list of mappings, and this is neither", merge.At);
            }
        }

        _depth--;
        all.AddRange(own);
        node.Flattened = all;
        return all;
    }

    private void Merge(List<YamlNode> all, YamlNode mapping)
    {
        var members = Flatten(mapping);

        // Merges of merges can grow like aliases that multiply: what is copied counts as values.
        _merged += members.Count;
        if (_merged > limits.MaxNodes)
        {
            throw UnreadableException.Limit(string.Create(CultureInfo.InvariantCulture, $"its merges hold more than the {limits.MaxNodes} keys and values that are read"), mapping.At);
        }

        all.AddRange(members);
    }

    private static void Expect(YamlNode node, YamlNodeKind kind, string what)
    {
        if (node.Kind != kind)
        {
            throw UnreadableException.Syntax($"the tag {Shorten(node.TagText ?? "")} needs a {what}", node.At);
        }
    }

    private static UnreadableException DoesNotFit(YamlNode node, string text, string expected)
        => UnreadableException.Syntax($"{expected} is expected, not '{Shorten(text)}'", node.At);

    /// <summary>Keys as the reference's mappings compare them: numbers by value whatever their type, everything else by kind and text.</summary>
    private sealed class KeyComparer : IEqualityComparer<Node>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals(Node? x, Node? y)
        {
            if (ReferenceEquals(x, y) || x is null || y is null)
            {
                return ReferenceEquals(x, y);
            }

            if (IsNumeric(x) && IsNumeric(y))
            {
                return x.Kind is NodeKind.Number || y.Kind is NodeKind.Number ? Weigh(x) is { } a && Weigh(y) is { } b && a == b : Whole(x) == Whole(y);
            }

            return x.Kind == y.Kind && (x.Kind is NodeKind.Null || (x.AsText is { } text && string.Equals(text, y.AsText, StringComparison.Ordinal)));
        }

        public int GetHashCode(Node obj)
            => obj.Kind is NodeKind.Text ? obj.AsText!.GetHashCode(StringComparison.Ordinal)
                : IsNumeric(obj) ? Weigh(obj).GetHashCode()
                : HashCode.Combine(obj.Kind, obj.AsText);

        private static bool IsNumeric(Node node) => node.Kind is NodeKind.Integer or NodeKind.Number or NodeKind.Boolean;

        private static BigInteger Whole(Node node) => node.Kind is NodeKind.Boolean ? (node.AsBoolean ? 1 : 0) : node.AsInteger;

        private static double? Weigh(Node node) => node.Kind is NodeKind.Number ? node.AsNumber : LaxText.ToDouble(Whole(node));
    }
}

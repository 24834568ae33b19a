using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Json;

/// <summary>Makes and changes node trees that are to be written; nodes made here have no place in a file.</summary>
internal static class JsonNodes
{
    public static Node Null { get; } = Node.Null(default);

    public static Node Of(string? value) => value is null ? Null : Node.Text(default, value);

    public static Node Of(bool value) => Node.Boolean(default, value);

    public static Node Of(BigInteger value) => Node.Integer(default, value);

    public static Node Of(double value) => Node.Number(default, value);

    public static Node List(IEnumerable<Node> items) => Node.List(default, items.ToArray());

    public static Node Map(params (string Name, Node Value)[] members) => Map((IEnumerable<(string, Node)>)members);

    public static Node Map(IEnumerable<(string Name, Node Value)> members)
        => Node.Map(default, members.Select(member => new Member(Node.Text(default, member.Name), member.Value)).ToArray());

    /// <summary>The mapping with a member set: at its place if it is there, else last.</summary>
    public static Node With(this Node map, string name, Node value)
    {
        var members = new List<Member>(map.Members);
        var at = members.FindIndex(member => string.Equals(member.Name, name, StringComparison.Ordinal));
        if (at >= 0)
        {
            members[at] = new Member(members[at].Key, value);
        }
        else
        {
            members.Add(new Member(Node.Text(default, name), value));
        }

        return Node.Map(map.Location, members);
    }

    /// <summary>The mapping with a member set and moved to the end.</summary>
    public static Node WithLast(this Node map, string name, Node value) => map.Without(name).With(name, value);

    /// <summary>The mapping without some members.</summary>
    public static Node Without(this Node map, params string[] names)
        => Node.Map(map.Location, map.Members.Where(member => member.Name is null || !names.Contains(member.Name, StringComparer.Ordinal)).ToArray());

    /// <summary>Whether the reference's language takes the value for false: absent, null, false, zero, empty.</summary>
    public static bool IsFalsy(this Node? node) => node is null || node.Kind switch
    {
        NodeKind.Null => true,
        NodeKind.Boolean => !node.AsBoolean,
        NodeKind.Integer => node.AsInteger.IsZero,
        NodeKind.Number => node.AsNumber == 0,
        NodeKind.Text => node.AsText is "",
        NodeKind.List or NodeKind.Set => node.Items.Count == 0,
        NodeKind.Map => node.Members.Count == 0,
        _ => false,
    };

    /// <summary>Follows members of nested mappings; null where one is missing or no mapping.</summary>
    public static Node? Find(this Node? node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            node = node is { Kind: NodeKind.Map } ? node[name] : null;
        }

        return node;
    }

    /// <summary>A scalar as the reference's language turns it into text.</summary>
    public static string PlainText(this Node node) => node.Kind switch
    {
        NodeKind.Null => "None",
        NodeKind.Boolean => node.AsBoolean ? "True" : "False",
        NodeKind.Integer => node.AsInteger.ToString(CultureInfo.InvariantCulture),
        NodeKind.Number => PythonFloat.ToJson(node.AsNumber),
        NodeKind.Text or NodeKind.Date or NodeKind.Binary => node.AsText ?? "",
        _ => NodeJson.Spaced(node),
    };

    /// <summary>A tree as an element, every digit of every number kept.</summary>
    /// <exception cref="FormatException">The tree holds what has no JSON form.</exception>
    public static JsonElement ToElement(Node node)
    {
        try
        {
            return JsonElement.Parse(NodeJson.Compact(node), new JsonDocumentOptions { MaxDepth = NodeJson.MaxDepth });
        }
        catch (JsonException exception)
        {
            throw new FormatException("it is nested too deep to be sent", exception);
        }
    }

    /// <summary>Whether two trees hold the same JSON values: members in any order, 1 and 1.0 alike.</summary>
    public static bool SameValue(Node left, Node right) => SameValue(left, right, 0);

    private static bool SameValue(Node left, Node right, int depth)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (depth > NodeJson.MaxDepth)
        {
            return false;
        }

        if (Numeric(left) is { } leftNumber && Numeric(right) is { } rightNumber)
        {
            return leftNumber.Equals(rightNumber);
        }

        if (left.Kind != right.Kind)
        {
            return false;
        }

        switch (left.Kind)
        {
            case NodeKind.Null:
                return true;
            case NodeKind.Boolean:
                return left.AsBoolean == right.AsBoolean;
            case NodeKind.Map:
                return left.Members.Count == right.Members.Count
                    && left.Members.All(member => member.Name is { } name && right[name] is { } other && SameValue(member.Value, other, depth + 1));
            case NodeKind.List or NodeKind.Set:
                return left.Items.Count == right.Items.Count && left.Items.Zip(right.Items).All(pair => SameValue(pair.First, pair.Second, depth + 1));
            default:
                return string.Equals(left.AsText, right.AsText, StringComparison.Ordinal);
        }
    }

    /// <summary>A number in a form in which 1, 1.0 and true are equal, and large integers stay exact.</summary>
    private static object? Numeric(Node node) => node.Kind switch
    {
        NodeKind.Boolean => node.AsBoolean ? BigInteger.One : BigInteger.Zero,
        NodeKind.Integer => node.AsInteger,
        NodeKind.Number when double.IsFinite(node.AsNumber) && Math.Floor(node.AsNumber) == node.AsNumber => new BigInteger(node.AsNumber),
        NodeKind.Number => node.AsNumber,
        _ => null,
    };
}

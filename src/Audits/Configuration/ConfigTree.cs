using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>A resolved configuration as data: mappings as lists of <see cref="Detail"/>, in the order of declaration. Immutable.</summary>
public sealed record ConfigTree(ImmutableArray<Detail> Members)
{
    private const int MaxDepth = 100;

    /// <summary>The tree without a top-level member.</summary>
    public ConfigTree Without(string name) => new([.. Members.Where(member => member.Name != name)]);

    /// <summary>The tree with a value replaced, or added at the end of its mapping. Null removes it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">Names from the top to the field.</param>
    public ConfigTree With(object? value, params ReadOnlySpan<string> path) => new(Replace(Members, value, path));

    internal static object? FromNode(Node node, int depth = 0) => node.Kind switch
    {
        _ when depth > MaxDepth => null,
        NodeKind.Boolean => node.AsBoolean,
        NodeKind.Integer => node.AsInteger,
        NodeKind.Number => node.AsNumber,
        NodeKind.Text or NodeKind.Date => node.AsText,
        NodeKind.List or NodeKind.Set => node.Items.Select(item => FromNode(item, depth + 1)).ToList(),
        NodeKind.Map => node.Members.Select(member => new Detail(member.Name ?? member.Key.ToString(), FromNode(member.Value, depth + 1))).ToImmutableArray(),
        _ => null,
    };

    private static ImmutableArray<Detail> Replace(ImmutableArray<Detail> members, object? value, ReadOnlySpan<string> path)
    {
        var name = path[0];
        var rest = path[1..];
        for (var index = 0; index < members.Length; index++)
        {
            if (members[index].Name == name)
            {
                var replaced = rest.IsEmpty ? value : Replace(members[index].Value as ImmutableArray<Detail>? ?? [], value, rest);
                return replaced is null ? members.RemoveAt(index) : members.SetItem(index, new Detail(name, replaced));
            }
        }

        return value is null ? members : members.Add(new Detail(name, rest.IsEmpty ? value : Replace([], value, rest)));
    }
}

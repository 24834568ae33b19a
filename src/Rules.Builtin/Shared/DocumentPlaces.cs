using System.Globalization;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.Shared;

/// <summary>Places in documents by JSON pointer.</summary>
internal static class DocumentPlaces
{
    /// <summary>The place that a pointer names, or the innermost object or list on its way that is there.</summary>
    /// <param name="document">The document.</param>
    /// <param name="pointer">A pointer of plain names and indexes: <c>/node_sets/0/nodes_provisioned</c>.</param>
    public static Place At(Document document, string pointer)
    {
        var node = document.Root;
        var reached = 0;
        foreach (var range in pointer.AsSpan().Split('/'))
        {
            var name = pointer.AsSpan(range);
            if (range.Start.Value == 0)
            {
                continue;
            }

            var next = node is { Kind: NodeKind.List }
                ? int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Items.Count ? node.Items[index] : null
                : node?[name.ToString()];
            if (next is null)
            {
                break;
            }

            node = next;
            reached = range.End.Value;
        }

        return Place.In(document, node, pointer[..reached]);
    }
}

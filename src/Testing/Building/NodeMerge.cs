using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Testing.Building;

/// <summary>Lays one document over another by RFC 7396: mappings merge, null deletes, everything else replaces.</summary>
internal static class NodeMerge
{
    private const int DeepestMerge = 64;

    public static Node Apply(Node? target, Node patch, int depth = 0)
    {
        if (patch.Kind is not NodeKind.Map || depth > DeepestMerge)
        {
            return patch;
        }

        var members = target is { Kind: NodeKind.Map } ? target.Members.ToList() : [];
        foreach (var change in patch.Members)
        {
            var at = members.FindIndex(member => string.Equals(member.Name, change.Name, StringComparison.Ordinal));
            if (change.Value.IsNull)
            {
                if (at >= 0)
                {
                    members.RemoveAt(at);
                }
            }
            else if (at >= 0)
            {
                members[at] = members[at].With(Apply(members[at].Value, change.Value, depth + 1));
            }
            else
            {
                members.Add(change.With(Apply(null, change.Value, depth + 1)));
            }
        }

        return Node.Map(patch.Location, members);
    }
}

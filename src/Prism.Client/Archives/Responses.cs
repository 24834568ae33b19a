using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>Cuts the model's answers out of accuracy files, which would else dwarf everything (prism-api 5.5).</summary>
internal static class Responses
{
    private const string Name = "responses";
    private const int LimitCharacters = 10240;
    private const int Brackets = 2;
    private const int Separator = 2;

    /// <summary>The document with its answers cut to what fits; the bytes themselves where nothing is to be done.</summary>
    /// <param name="json">The file.</param>
    /// <param name="isV0_7">Whether only lists are cut and anything else passes, as v0.7 has it.</param>
    /// <exception cref="FormatException"><c>responses</c> is neither list nor object (v1.0).</exception>
    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> json, bool isV0_7)
        => DocumentReader.Read(json, SubmissionPath.Root, DocumentLanguage.Json, BuildLimits.Documents).Root is { Kind: NodeKind.Map } root
            && Cut(root, isV0_7) is { } cut ? NodeJson.Indented(cut) : json;

    private static Node? Cut(Node root, bool isV0_7) => root[Name] switch
    {
        null or { Kind: NodeKind.Null } => null,
        { Kind: NodeKind.List, Items: { Count: > 0 } items } => root.With(Name, JsonNodes.List(Prefix(items, Length))),
        { Kind: NodeKind.Map, Members: { Count: > 0 } members } when !isV0_7
            => root.With(Name, Node.Map(default, Prefix(members, member => Length(member.Key) + Length(member.Value) + Separator).ToArray())),
        { Kind: NodeKind.List or NodeKind.Map } => null,
        _ when isV0_7 => null,
        { } other => throw new FormatException($"'{Name}' is {other}; expected a list or an object"),
    };

    private static int Length(Node node) => NodeJson.Spaced(node).Length;

    /// <summary>The longest prefix that fits; the first item that does not ends it, even where a later one would fit.</summary>
    private static IEnumerable<T> Prefix<T>(IReadOnlyList<T> items, Func<T, int> length)
    {
        var total = (long)Brackets;
        for (var kept = 0; kept < items.Count; kept++)
        {
            total += length(items[kept]) + (kept > 0 ? Separator : 0);
            if (total > LimitCharacters)
            {
                yield break;
            }

            yield return items[kept];
        }
    }
}

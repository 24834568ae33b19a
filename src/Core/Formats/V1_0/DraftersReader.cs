using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads a list of approved drafters (rules 1.0 part 4 §11.1). One bad entry spoils the file; an empty file is a list that approves nothing.</summary>
public static class DraftersReader
{
    private const string DataFile = "v1.0/approved-drafters.yaml";

    private static readonly Lazy<Availability<DrafterList>> Bundled = RegistryFile.Bundled<DrafterList>(DataFile, Read);

    /// <summary>Reads the drafters of a document.</summary>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <param name="document">The document.</param>
    public static Availability<DrafterList> Read(string source, Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        try
        {
            return document.Root is { } root
                ? Availability<DrafterList>.Present(new DrafterList(source, [.. Entries(root).Select(Entry)]))
                : Availability<DrafterList>.Absent(RegistryFile.Problem(source, document)!);
        }
        catch (UnusableException unusable)
        {
            return Availability<DrafterList>.Absent(RegistryFile.Fault(source, unusable.Node, unusable.Expected));
        }
    }

    /// <summary>Reads the drafters of a check: the file that the options name, else that of the data folder, else the bundled one.</summary>
    public static Availability<DrafterList> Find(FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RegistryFile.Find(context.Options.ApprovedDraftersFile, DataFile, context, Bundled, Read);
    }

    private static IReadOnlyList<Node> Entries(Node root) => root switch
    {
        { IsNull: true } => [],
        { Kind: NodeKind.Map } when root["drafters"] is { Kind: NodeKind.List } list => list.Items,
        _ => throw new UnusableException(root["drafters"] ?? root, "a mapping with a list drafters is expected"),
    };

    private static Drafter Entry(Node entry)
    {
        if (entry.Kind is not NodeKind.Map)
        {
            throw new UnusableException(entry, "a mapping with benchmark and a checksum is expected");
        }

        if (entry["benchmark"] is not { Kind: NodeKind.Text, AsText: { Length: > 0 } benchmark })
        {
            throw new UnusableException(entry["benchmark"] ?? entry, "a text that is not empty is expected as benchmark");
        }

        var drafter = new Drafter
        {
            Benchmark = benchmark,
            ModelId = Text(entry["model_id"]),
            WeightChecksum = Text(entry["weight_checksum"]),
            TargetChecksum = Text(entry["target_checksum"]),
            Configuration = Configuration(entry["configuration"]),
            ApprovedCohort = Text(entry["approved_cohort"]),
        };
        return drafter is { WeightChecksum: null, TargetChecksum: null }
            ? throw new UnusableException(entry, "weight_checksum or target_checksum is expected")
            : drafter;
    }

    private static string? Text(Node? node) => node is null or { IsNull: true } ? null : ScalarText.Of(node);

    private static IReadOnlyList<Member> Configuration(Node? node) => node switch
    {
        null or { IsNull: true } => [],
        { Kind: NodeKind.Map } => node.Members,
        { Kind: NodeKind.List } => Pairs(node.Items),
        { Kind: NodeKind.Boolean, AsBoolean: false } or { Kind: NodeKind.Text, AsText: "" } or { Kind: NodeKind.Integer, AsInteger.IsZero: true } or { Kind: NodeKind.Number, AsNumber: 0 } => [],
        _ => throw new UnusableException(node, "a mapping is expected as configuration"),
    };

    // A list of pairs is a mapping written otherwise; of several pairs with one key the last counts, at the place of the first.
    private static List<Member> Pairs(IReadOnlyList<Node> items)
    {
        var members = new List<Member>(items.Count);
        foreach (var item in items)
        {
            var pair = Pair(item);
            var at = members.FindIndex(member => DrafterConfiguration.AreEqual(member.Key, pair.Key));
            if (at < 0)
            {
                members.Add(pair);
            }
            else
            {
                members[at] = members[at].With(pair.Value);
            }
        }

        return members;
    }

    // The reference takes a text of two characters for a pair too.
    private static Member Pair(Node item) => item switch
    {
        { Kind: NodeKind.List, Items: [{ Kind: not (NodeKind.List or NodeKind.Map or NodeKind.Set) } key, var value] } => new Member(key, value),
        { Kind: NodeKind.Text, AsText: { } text } when text.EnumerateRunes().ToArray() is [var first, var second]
            => new Member(Node.Text(item.Location, first.ToString()), Node.Text(item.Location, second.ToString())),
        _ => throw new UnusableException(item, "a pair of a key and a value is expected in configuration"),
    };
}

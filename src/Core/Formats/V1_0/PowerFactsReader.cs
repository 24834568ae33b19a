using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads what the power rules take from a system's descriptions (rules 1.0 part 1 §7.5). Nothing is validated, and nothing here is a fault.</summary>
public static class PowerFactsReader
{
    private const string FileName = "system_desc.json";

    /// <summary>Whether a folder below a model's counts here: any whose name begins with <c>r</c>, point or not.</summary>
    public static bool IsLookedInto(string folderName)
    {
        ArgumentNullException.ThrowIfNull(folderName);
        return folderName.StartsWith('r');
    }

    /// <summary>Reads the facts of the first description that is a readable JSON object; none where there is no such.</summary>
    /// <param name="folders">The folders to look into (<see cref="IsLookedInto"/>), models and then folders by code point: <c>r128</c> comes before <c>r8</c>.</param>
    /// <param name="read">Reads a description, which need not exist; may answer from what was read before.</param>
    public static PowerFacts Find(IEnumerable<SubmissionPath> folders, Func<SubmissionPath, Document> read)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(read);
        foreach (var folder in folders)
        {
            if (read(folder / FileName) is { Root: { Kind: NodeKind.Map } description } document)
            {
                return Read(description) with { Source = document.Path };
            }
        }

        return PowerFacts.None;
    }

    /// <summary>Reads the facts of one description.</summary>
    public static PowerFacts Read(Node description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var types = new List<NodeTypeFacts>();
        var overhead = OverheadOf(description);
        foreach (var node in description["node_types"] is { Kind: NodeKind.List } nodes ? nodes.Items : [])
        {
            if (node.Kind is not NodeKind.Map)
            {
                continue;
            }

            // Of several ways of cooling the one with the larger overhead counts.
            overhead = OverheadOf(node) is { } another && !(overhead >= another) ? another : overhead;
            if (EnsembleId(node["system_node_ensemble_id"]) is { } ensemble)
            {
                Add(types, new NodeTypeFacts(ensemble, WholeOrBoolean(node["host_processor_core_count"]), Accelerators(node)));
            }
        }

        return new PowerFacts
        {
            Division = description["division"] is { Kind: NodeKind.Text, AsText: { } division } ? PythonText.Trim(division).ToLowerInvariant() : null,
            OverheadFraction = overhead,
            NodeTypes = [.. types],
        };
    }

    // What is said twice of one id holds as said last, each figure by itself.
    private static void Add(List<NodeTypeFacts> types, NodeTypeFacts said)
    {
        for (var index = 0; index < types.Count; index++)
        {
            var known = types[index];
            if (known.EnsembleId == said.EnsembleId)
            {
                types[index] = new NodeTypeFacts(known.EnsembleId, said.CpuCores ?? known.CpuCores, said.AcceleratorsPerNode ?? known.AcceleratorsPerNode);
                return;
            }
        }

        types.Add(said);
    }

    private static double? OverheadOf(Node node)
        => node["cooling"] is { Kind: NodeKind.Text, AsText: { } cooling } ? PowerCooling.OverheadOfText(cooling) : null;

    private static BigInteger? EnsembleId(Node? node) => node is { Kind: NodeKind.Text, AsText: { } text } ? DigitsOf(text) : WholeOrBoolean(node);

    // Digits of any script and white space around them: no sign, no underscores.
    private static BigInteger? DigitsOf(string text)
        => !text.AsSpan().ContainsAny("+-_") && PythonText.TryParseInteger(PythonText.Trim(text.AsSpan()), out var id) ? id : null;

    private static BigInteger? WholeOrBoolean(Node? node) => node?.Kind switch
    {
        NodeKind.Integer => node.AsInteger,
        NodeKind.Boolean => node.AsBoolean ? BigInteger.One : BigInteger.Zero,
        _ => null,
    };

    private static BigInteger? Accelerators(Node node)
    {
        var entries = node["accelerator_info"] is { Kind: NodeKind.List, Items: { Count: > 0 } listed } ? listed : [node];
        BigInteger? sum = null;
        foreach (var entry in entries)
        {
            if (entry["accelerators_per_node"] is { Kind: NodeKind.Integer } count)
            {
                sum = (sum ?? 0) + count.AsInteger;
            }
        }

        return sum;
    }
}

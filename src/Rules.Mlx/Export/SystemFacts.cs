using System.Buffers;
using System.Globalization;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Rules.Mlx.Records;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>What an envelope says of a machine, from a system's description in any of its forms.</summary>
internal static class SystemFacts
{
    private const string Unknown = "unknown";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> UnitLetters = SearchValues.Create("TGiIBb");

    /// <summary>The machine, and a text where its memory is unknown.</summary>
    public static (MlxSystem System, string? Problem) Of(Node? description)
    {
        // v0.7 describes its one kind of node at the top level.
        IReadOnlyList<Node> nodes = description?["node_types"] is { Kind: NodeKind.List, Items.Count: > 0 } list ? list.Items : description is null ? [] : [description];
        var memory = Memory(nodes);
        return (new MlxSystem { Os = System(nodes), Chip = Chip(nodes), MemoryGb = memory ?? 0 }, memory is null ? "system.memory_gb: the description states no memory that could be read; 0 stands for unknown" : null);
    }

    private static string System(IReadOnlyList<Node> nodes)
        => nodes.Select(node => node["operating_system"]?.AsText).Where(text => !string.IsNullOrWhiteSpace(text)).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } names
            ? Texts.Clean(string.Join("; ", names))
            : Unknown;

    private static string Chip(IReadOnlyList<Node> nodes)
    {
        var counts = new List<(string Name, double Count)>();
        foreach (var node in nodes)
        {
            IReadOnlyList<Node> accelerators = node["accelerator_info"] is { Kind: NodeKind.List } list ? list.Items : [node];
            foreach (var accelerator in accelerators)
            {
                if (accelerator["accelerator_model_name"]?.AsText is { Length: > 0 } name && accelerator["accelerators_per_node"]?.RawNumber is > 0 and var perNode)
                {
                    var count = perNode * (node["number_of_nodes"]?.RawNumber ?? 1);
                    var known = counts.FindIndex(one => one.Name == name);
                    if (known < 0)
                    {
                        counts.Add((name, count));
                    }
                    else
                    {
                        counts[known] = (name, counts[known].Count + count);
                    }
                }
            }
        }

        if (counts.Count > 0)
        {
            return Texts.Clean(string.Join(" + ", counts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Count}x {one.Name}"))));
        }

        return nodes.Select(node => node["host_processor_model_name"]?.AsText).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) is { } processor ? Texts.Clean(processor) : Unknown;
    }

    private static long? Memory(IReadOnlyList<Node> nodes)
    {
        var sum = 0.0;
        foreach (var node in nodes)
        {
            if (Gigabytes(node["host_memory_capacity"]) is not { } perNode)
            {
                return null;
            }

            sum += perNode * (node["number_of_nodes"]?.RawNumber ?? 1);
        }

        return nodes.Count > 0 && Math.Abs(sum) < long.MaxValue ? (long)Math.Round(sum, MidpointRounding.ToEven) : null;
    }

    private static double? Gigabytes(Node? capacity)
    {
        if (capacity?.AsText is not { } text)
        {
            return null;
        }

        var trimmed = text.AsSpan().Trim();
        var digits = trimmed.IndexOfAnyExcept(Digits);
        if (digits <= 0 || !double.TryParse(trimmed[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var unit = trimmed[digits..].TrimStart();
        var letters = unit.IndexOfAnyExcept(UnitLetters);
        return (letters < 0 ? unit : unit[..letters]).ToString().ToUpperInvariant() switch
        {
            "GB" or "GIB" => number,
            "TB" => number * 1000,
            "TIB" => number * 1024,
            _ => null,
        };
    }
}

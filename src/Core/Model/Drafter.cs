using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>An approved drafter of speculative decoding (policy §2.9.4).</summary>
/// <remarks>One with a weight checksum is known by that alone; one without by the checksum of its target and a configuration that is not empty.</remarks>
public sealed record Drafter
{
    /// <summary>The benchmark, compared exactly.</summary>
    public required string Benchmark { get; init; }

    /// <summary>The model. Compared with nothing.</summary>
    public string? ModelId { get; init; }

    /// <summary>Checksum of the drafter's weights.</summary>
    public string? WeightChecksum { get; init; }

    /// <summary>Checksum of the target whose own layers draft.</summary>
    public string? TargetChecksum { get; init; }

    /// <summary>Members of the configuration; empty where there is none.</summary>
    public IReadOnlyList<Member> Configuration { get; init; } = [];

    /// <summary>The cohort of the approval, as it stands; null where it is not stated.</summary>
    public string? ApprovedCohort { get; init; }

    /// <summary>Whether a point's <c>speculative_decoding</c> block declares this drafter.</summary>
    public bool Matches(Node block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return WeightChecksum is not null
            ? Declares(block, "weight_checksum", WeightChecksum)
            : Configuration.Count > 0 && Declares(block, "target_checksum", TargetChecksum)
                && block["configuration"] is { Kind: NodeKind.Map } declared && DrafterConfiguration.AreEqual(Configuration, declared.Members);
    }

    // A checksum written as a number is no text, and matches nothing.
    private static bool Declares(Node block, string name, string? checksum)
        => block[name] is { Kind: NodeKind.Text } declared && string.Equals(declared.AsText, checksum, StringComparison.Ordinal);
}

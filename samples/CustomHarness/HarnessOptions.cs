using System.Collections.Immutable;

namespace Acme.CustomHarness;

/// <summary>What is measured, and where it goes.</summary>
public sealed record HarnessOptions
{
    /// <summary>What a short trial cannot keep: length and number of queries.</summary>
    public static ImmutableHashSet<string> TrialRules { get; } = ["point-duration", "min-query-count"];

    /// <summary>Address of the endpoint, without the path of its operations.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Folder that becomes the submission.</summary>
    public required string Folder { get; init; }

    /// <summary>Concurrencies, lowest first.</summary>
    public ImmutableArray<int> Concurrencies { get; init; } = [8, 32, 64];

    /// <summary>Requests of each point.</summary>
    public int Requests { get; init; } = 2000;

    /// <summary>The model's name, which is also the name of its folder.</summary>
    public string Model { get; init; } = "llama3_1-8b";

    /// <summary>Most tokens of an answer.</summary>
    public int MaxTokens { get; init; } = 128;

    /// <summary>The commit of the harness.</summary>
    public string GitSha { get; init; } = "0000000";

    /// <summary>Rules whose findings do not stop the harness: <see cref="TrialRules"/> for a trial.</summary>
    public ImmutableHashSet<string> Tolerated { get; init; } = [];
}

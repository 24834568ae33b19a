using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Rules.Mlx.Validation;

/// <summary>What a document is.</summary>
public sealed record MlxVerdict
{
    /// <summary>The verdict on every valid document.</summary>
    public static MlxVerdict Valid { get; } = new();

    /// <summary>Why it could not be read as JSON; null where it could.</summary>
    public DocumentProblem? Problem { get; init; }

    /// <summary>The faults, by pointer, then keyword, ordinal. Empty where it is valid or no JSON.</summary>
    public ImmutableArray<MlxViolation> Violations { get; init; } = [];

    /// <summary>Whether it is a valid envelope.</summary>
    public bool IsValid => Problem is null && Violations.IsEmpty;
}

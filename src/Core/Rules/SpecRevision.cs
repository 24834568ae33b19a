namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A revision of the submission rules, and where one revision has several readings, the dialect.</summary>
/// <param name="Name">The revision: <c>v0.7</c>, <c>v1.0</c>, or a name of a pack's own.</param>
/// <param name="Dialect">The dialect; null for the whole revision.</param>
public sealed record SpecRevision(string Name, string? Dialect = null)
{
    /// <summary>Layout <c>systems/</c> and <c>pareto/</c>, both dialects.</summary>
    public static SpecRevision V0_7 { get; } = new("v0.7");

    /// <summary>v0.7 as its README reads: release 0.1.1.0 of the reference.</summary>
    public static SpecRevision V0_7Readme { get; } = new("v0.7", "readme");

    /// <summary>v0.7 as release 0.1.1.10 of the reference reads it.</summary>
    public static SpecRevision V0_7Release { get; } = new("v0.7", "0.1.1.10");

    /// <summary>Layout <c>results/</c>: release 1.5.3.0 of the reference.</summary>
    public static SpecRevision V1_0 { get; } = new("v1.0");

    /// <summary>Whether what holds for this revision holds for <paramref name="other"/>: the same name, and the same dialect if this has one.</summary>
    public bool Covers(SpecRevision other)
        => string.Equals(Name, other.Name, StringComparison.Ordinal) && (Dialect is null || string.Equals(Dialect, other.Dialect, StringComparison.Ordinal));

    /// <summary>The name, and the dialect after a slash.</summary>
    public override string ToString() => Dialect is null ? Name : $"{Name}/{Dialect}";
}

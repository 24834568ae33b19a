using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>What a rule says of itself: the one place from which reports, <c>explain</c>, the documentation and SARIF read it.</summary>
public sealed class RuleDescriptor
{
    /// <summary>Declares a rule.</summary>
    /// <param name="id">Kebab-case; unique within a dialect.</param>
    /// <param name="title">A few words, for headings and tables.</param>
    /// <param name="specs">The revisions that it judges.</param>
    /// <param name="outcomes">Every way in which it can answer, passes included.</param>
    /// <param name="order">Place in the catalogue; results of one target are ordered by it. Rules without one come last, by id.</param>
    /// <param name="files">Names of files that the rule reads beside its target's own; the checker reads them into <see cref="Model.CheckTarget.Extras"/>.</param>
    /// <param name="isOptIn">Whether it runs only where it is asked for by id or with its pack.</param>
    public RuleDescriptor(
        string id,
        string title,
        IEnumerable<SpecRevision> specs,
        IEnumerable<Outcome> outcomes,
        int order = int.MaxValue,
        IEnumerable<string>? files = null,
        bool isOptIn = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Id = id;
        Title = title;
        Specs = [.. specs];
        Outcomes = [.. outcomes];
        Order = order;
        Files = files is null ? [] : [.. files];
        IsOptIn = isOptIn;
    }

    /// <summary>Kebab-case id.</summary>
    public string Id { get; }

    /// <summary>A few words.</summary>
    public string Title { get; }

    /// <summary>The revisions that the rule judges.</summary>
    public ImmutableArray<SpecRevision> Specs { get; }

    /// <summary>Every way in which it can answer.</summary>
    public ImmutableArray<Outcome> Outcomes { get; }

    /// <summary>Place in the catalogue.</summary>
    public int Order { get; }

    /// <summary>Names of further files that the rule reads in its target's folder.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>Whether it runs only where it is asked for.</summary>
    public bool IsOptIn { get; }

    /// <summary>Whether the rule judges a revision.</summary>
    public bool AppliesTo(SpecRevision revision) => Specs.Any(spec => spec.Covers(revision));
}

using System.Collections.ObjectModel;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Something that rules judge. The targets of a submission form a tree that a format builds and that nobody changes afterwards.</summary>
public abstract class CheckTarget
{
    /// <summary>Where it stands, relative to the folder that was given.</summary>
    public required SubmissionPath Path { get; init; }

    /// <summary>The target that holds this one; null for the submission.</summary>
    public CheckTarget? Parent { get; private set; }

    /// <summary>Targets below this one, in the order of the rule book.</summary>
    public IReadOnlyList<CheckTarget> Children { get; private set; } = [];

    /// <summary>The folder in which <see cref="Extras"/> are looked for; null for <see cref="Path"/>.</summary>
    public SubmissionPath? ExtrasFolder { get; init; }

    /// <summary>Documents that rules asked for by <see cref="Rules.RuleDescriptor.Files"/>, by file name; only those that exist in this target's folder.
    /// The checker reads them, names ending in <c>.yaml</c> or <c>.yml</c> as YAML, all others as JSON.</summary>
    public IReadOnlyDictionary<string, Document> Extras { get; internal set; } = ReadOnlyDictionary<string, Document>.Empty;

    /// <summary>Takes the targets below this one. Called once, by the format that builds the tree.</summary>
    /// <exception cref="InvalidOperationException">Called twice, or a child already has a parent.</exception>
    protected void Adopt(IReadOnlyList<CheckTarget> children)
    {
        if (Children.Count != 0 || children.Any(child => child.Parent is not null))
        {
            throw new InvalidOperationException("A target adopts its children once, and a child has one parent.");
        }

        Children = children;
        foreach (var child in children)
        {
            child.Parent = this;
        }
    }
}

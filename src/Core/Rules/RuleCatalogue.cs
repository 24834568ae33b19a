using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Formats;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>The rules and formats that a checker works with. Immutable; made by <see cref="RuleCatalogueBuilder"/>.</summary>
public sealed class RuleCatalogue
{
    internal RuleCatalogue(ImmutableArray<CataloguedRule> rules, ImmutableArray<ISubmissionFormat> formats, ImmutableArray<RulePack> packs)
    {
        Rules = rules;
        Formats = formats;
        Packs = packs;
    }

    /// <summary>Every rule: ours in the order of the catalogue, then those of other packs by pack name.</summary>
    public ImmutableArray<CataloguedRule> Rules { get; }

    /// <summary>Every format: the built-in ones first, newest first, then those of packs.</summary>
    public ImmutableArray<ISubmissionFormat> Formats { get; }

    /// <summary>The packs, by name.</summary>
    public ImmutableArray<RulePack> Packs { get; }

    /// <summary>The rules that judge a revision; opt-in ones only where asked for.</summary>
    /// <exception cref="ArgumentException">A name stands for no rule and no pack.</exception>
    public ImmutableArray<CataloguedRule> For(SpecRevision revision, IEnumerable<string> optIn)
    {
        var asked = optIn.ToHashSet(StringComparer.Ordinal);
        foreach (var name in asked)
        {
            if (!Rules.Any(rule => rule.Descriptor.Id == name || rule.Pack.Name == name))
            {
                throw new ArgumentException($"'{name}' is no rule and no pack.{Suggestion.For(name, Rules.Select(rule => rule.Descriptor.Id).Concat(Packs.Select(pack => pack.Name)))}", nameof(optIn));
            }
        }

        return [.. Rules.Where(rule => rule.Descriptor.AppliesTo(revision) && (!rule.Descriptor.IsOptIn || asked.Contains(rule.Descriptor.Id) || asked.Contains(rule.Pack.Name)))];
    }

    /// <summary>The rules with an id: one, or one a dialect.</summary>
    public IEnumerable<CataloguedRule> WithId(string id) => Rules.Where(rule => string.Equals(rule.Descriptor.Id, id, StringComparison.Ordinal));
}

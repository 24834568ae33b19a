using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Formats;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>The rules and formats that a checker works with. Immutable; made by <see cref="RuleCatalogueBuilder"/>.</summary>
public sealed class RuleCatalogue
{
    private readonly Background<Contents>? _making;
    private Contents? _known;

    internal RuleCatalogue(Contents contents) => _known = contents;

    internal RuleCatalogue(Background<Contents> making) => _making = making;

    /// <summary>Every rule: ours in the order of the catalogue, then those of other packs by pack name.</summary>
    public ImmutableArray<CataloguedRule> Rules => Known.Rules;

    /// <summary>Every format: the built-in ones first, newest first, then those of packs.</summary>
    public ImmutableArray<ISubmissionFormat> Formats => Known.Formats;

    /// <summary>The packs, by name.</summary>
    public ImmutableArray<RulePack> Packs => Known.Packs;

    /// <summary>The same as <see cref="Formats"/>, without waiting for packs as long as a built-in one will do.</summary>
    internal IEnumerable<ISubmissionFormat> FormatsAsNeeded
    {
        get
        {
            foreach (var format in BuiltinFormats.All)
            {
                yield return format;
            }

            for (var index = BuiltinFormats.All.Count; index < Formats.Length; index++)
            {
                yield return Formats[index];
            }
        }
    }

    // Waits where the catalogue is still being made; a failure is thrown as it was.
    private Contents Known => _known ??= _making!.Wait();

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

        var chosen = ImmutableArray.CreateBuilder<CataloguedRule>(Rules.Length);
        foreach (var rule in Rules)
        {
            if (rule.Descriptor.AppliesTo(revision) && (!rule.Descriptor.IsOptIn || asked.Contains(rule.Descriptor.Id) || asked.Contains(rule.Pack.Name)))
            {
                chosen.Add(rule);
            }
        }

        return chosen.ToImmutable();
    }

    /// <summary>The rules with an id: one, or one a dialect.</summary>
    public IEnumerable<CataloguedRule> WithId(string id) => Rules.Where(rule => string.Equals(rule.Descriptor.Id, id, StringComparison.Ordinal));

    internal sealed record Contents(ImmutableArray<CataloguedRule> Rules, ImmutableArray<ISubmissionFormat> Formats, ImmutableArray<RulePack> Packs);
}

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Rules.Discovery;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Gathers rules and formats, from assemblies or one by one, into a <see cref="RuleCatalogue"/>.</summary>
public sealed class RuleCatalogueBuilder
{
    private readonly List<PackToAdd> _packs = [];
    private readonly List<SinglePart> _single = [];
    private readonly Dictionary<Type, object> _data = [];
    private string? _dataFolder;

    /// <summary>Adds every rule and format of an assembly. Adding it twice adds it once.</summary>
    [RequiresUnreferencedCode("Finds rules by reflection; trimmed applications use AddRule<T>().")]
    public RuleCatalogueBuilder AddRulesFrom(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        if (assembly.GetCustomAttribute<RulePackIndexAttribute>() is { } index)
        {
            return Add(index, assembly);
        }

        var pack = RulePack.Of(assembly);
        return Add(new PackToAdd(pack, services => RulePackContents.Of(pack, services)));
    }

    /// <summary>Adds every rule and format that an index lists; safe under trimming, and no search through the assembly. Adding a pack twice adds it once.</summary>
    /// <param name="index">The index that the source generator wrote, as packs hand it out.</param>
    public RuleCatalogueBuilder AddRulesFrom(RulePackIndexAttribute index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return Add(index, index.GetType().Assembly);
    }

    /// <summary>Adds one rule; safe under trimming.</summary>
    /// <typeparam name="TRule">The rule.</typeparam>
    public RuleCatalogueBuilder AddRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>()
        where TRule : class, IComplianceRule
    {
        _single.Add(new SinglePart(typeof(TRule).Assembly, static (services, pack) => services.Create<IComplianceRule>(typeof(TRule), pack)));
        return this;
    }

    /// <summary>Adds one rule that was made elsewhere.</summary>
    public RuleCatalogueBuilder AddRule(IComplianceRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _single.Add(new SinglePart(rule.GetType().Assembly, (_, _) => rule));
        return this;
    }

    /// <summary>Adds one format; safe under trimming.</summary>
    /// <typeparam name="TFormat">The format.</typeparam>
    public RuleCatalogueBuilder AddFormat<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFormat>()
        where TFormat : class, ISubmissionFormat
    {
        _single.Add(new SinglePart(typeof(TFormat).Assembly, static (services, pack) => services.Create<ISubmissionFormat>(typeof(TFormat), pack)));
        return this;
    }

    /// <summary>Serves a value to every rule whose constructor asks for its type: options, thresholds, lists.</summary>
    /// <typeparam name="T">The type that constructors name.</typeparam>
    public RuleCatalogueBuilder AddData<T>(T data)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(data);
        _data[typeof(T)] = data;
        return this;
    }

    /// <summary>Names a folder whose files replace built-in data (see <see cref="RuleDataAttribute"/>), so that a round that adds a model needs no new release.</summary>
    /// <param name="folder">The folder; null for none. Files that no rule asks for are ignored.</param>
    public RuleCatalogueBuilder UseDataFolder(string? folder)
    {
        _dataFolder = folder;
        return this;
    }

    /// <summary>Makes the catalogue.</summary>
    /// <param name="services">Serves constructors what was not registered here; may be null.</param>
    /// <exception cref="RulePackLoadException">No rule at all, a marked pack that yields none, a duplicate id within a dialect, a rule that cannot be made.</exception>
    public RuleCatalogue Build(IServiceProvider? services = null)
    {
        var provider = new RuleServices(_data, services, _dataFolder);
        var rules = new List<CataloguedRule>();
        var formats = new List<ISubmissionFormat>(BuiltinFormats.All);
        var packs = new List<RulePack>();

        foreach (var (pack, read) in _packs)
        {
            packs.Add(pack);
            var found = read(provider);
            foreach (var rule in found.Rules)
            {
                Add(rules, rule, pack);
            }

            formats.AddRange(found.Formats);
        }

        foreach (var (assembly, make) in _single)
        {
            var pack = packs.Find(known => known.Assembly == assembly);
            if (pack is null)
            {
                packs.Add(pack = RulePack.Of(assembly));
            }

            switch (make(provider, pack))
            {
                case ISubmissionFormat format:
                    formats.Add(format);
                    break;
                case IComplianceRule rule:
                    Add(rules, rule, pack);
                    break;
            }
        }

        if (rules.Count == 0)
        {
            throw new RulePackLoadException(
                "A checker without any rule would pass everything. Reference MlPerf.Endpoints.Rules.Builtin or another pack, or add rules with AddRulesFrom or AddRule.");
        }

        RefuseDuplicates(rules);
        rules.Sort(CompareForReports);
        packs.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new RuleCatalogue([.. rules], [.. formats], [.. packs]);
    }

    private RuleCatalogueBuilder Add(RulePackIndexAttribute index, Assembly assembly)
    {
        var pack = new RulePack(index.PackName, assembly);
        return Add(new PackToAdd(pack, services => RulePackContents.Of(pack, index, services)));
    }

    private RuleCatalogueBuilder Add(PackToAdd pack)
    {
        if (!_packs.Exists(known => known.Pack.Assembly == pack.Pack.Assembly))
        {
            _packs.Add(pack);
        }

        return this;
    }

    private static void Add(List<CataloguedRule> rules, IComplianceRule rule, RulePack pack) => rules.Add(new CataloguedRule(rule, rule.Descriptor, pack));

    // Rules with a place in the catalogue come first, then those of other packs, by pack and id.
    private static int CompareForReports(CataloguedRule a, CataloguedRule b)
        => a.Descriptor.Order != b.Descriptor.Order ? a.Descriptor.Order.CompareTo(b.Descriptor.Order)
            : string.CompareOrdinal(a.Pack.Name, b.Pack.Name) is var byPack and not 0 ? byPack
            : string.CompareOrdinal(a.Descriptor.Id, b.Descriptor.Id);

    private static void RefuseDuplicates(List<CataloguedRule> rules)
    {
        var known = new Dictionary<string, List<CataloguedRule>>(rules.Count, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (!known.TryGetValue(rule.Descriptor.Id, out var same))
            {
                known.Add(rule.Descriptor.Id, same = []);
            }

            foreach (var other in same)
            {
                RefuseOverlap(other, rule);
            }

            same.Add(rule);
        }
    }

    private static void RefuseOverlap(CataloguedRule a, CataloguedRule b)
    {
        foreach (var spec in a.Descriptor.Specs)
        {
            foreach (var other in b.Descriptor.Specs)
            {
                if (other.Covers(spec) || spec.Covers(other))
                {
                    throw new RulePackLoadException(
                        $"The rule id '{a.Descriptor.Id}' stands twice for spec {spec}: {a.Rule.GetType().FullName} in pack '{a.Pack.Name}' ({a.Pack.File}) and "
                        + $"{b.Rule.GetType().FullName} in pack '{b.Pack.Name}' ({b.Pack.File}). Give one of them another id, or leave one pack out.",
                        b.Pack.File);
                }
            }
        }
    }

    private sealed record PackToAdd(RulePack Pack, Func<RuleServices, RulePackContents> Read);

    /// <param name="Assembly">Where its type comes from.</param>
    /// <param name="Make">Makes the rule or format.</param>
    private sealed record SinglePart(Assembly Assembly, Func<RuleServices, RulePack, object> Make);
}

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Rules.Discovery;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Gathers rules and formats, from assemblies or one by one, into a <see cref="RuleCatalogue"/>.</summary>
public sealed class RuleCatalogueBuilder
{
    private readonly List<PackToAdd> _packs = [];
    private readonly List<SinglePart> _single = [];
    // By reference, as types are: their own comparer is made by reflection.
    private readonly Dictionary<Type, object> _data = new(ReferenceEqualityComparer.Instance);
    private string? _dataFolder;

    /// <summary>Adds every rule and format of an assembly. Adding it twice adds it once.</summary>
    [RequiresUnreferencedCode("Finds rules by reflection; trimmed applications use AddRule<T>().")]
    public RuleCatalogueBuilder AddRulesFrom(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Add(new PackToAdd(assembly, null));
    }

    /// <summary>Adds every rule and format that an index lists; safe under trimming, and no search through the assembly. Adding a pack twice adds it once.</summary>
    /// <param name="index">The index that the source generator wrote, as packs hand it out.</param>
    public RuleCatalogueBuilder AddRulesFrom(RulePackIndexAttribute index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return Add(new PackToAdd(index.GetType().Assembly, index));
    }

    /// <summary>Adds one rule; safe under trimming.</summary>
    /// <typeparam name="TRule">The rule.</typeparam>
    public RuleCatalogueBuilder AddRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>()
        where TRule : class, IComplianceRule
    {
        _single.Add(new SinglePart(typeof(TRule), null, false));
        return this;
    }

    /// <summary>Adds one rule that was made elsewhere.</summary>
    public RuleCatalogueBuilder AddRule(IComplianceRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _single.Add(new SinglePart(null, rule, false));
        return this;
    }

    /// <summary>Adds one format; safe under trimming.</summary>
    /// <typeparam name="TFormat">The format.</typeparam>
    public RuleCatalogueBuilder AddFormat<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFormat>()
        where TFormat : class, ISubmissionFormat
    {
        _single.Add(new SinglePart(typeof(TFormat), null, true));
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
    public RuleCatalogue Build(IServiceProvider? services = null) => new(Gather(services));

    /// <summary>Starts to make a catalogue on another thread and returns at once, so that a check reads its files meanwhile.</summary>
    /// <param name="fill">Adds packs and rules; runs on that thread too, so that loading them costs the caller nothing.</param>
    /// <returns>A catalogue whose properties wait until it is made; what <paramref name="fill"/> and <see cref="Build"/> throw, they throw.</returns>
    public static RuleCatalogue BuildInBackground(Action<RuleCatalogueBuilder> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        return new RuleCatalogue(new Background<RuleCatalogue.Contents>(() =>
        {
            var builder = new RuleCatalogueBuilder();
            fill(builder);
            return builder.Gather(null);
        }));
    }

    /// <summary>Adds an assembly if it is marked as a pack; says whether it is.</summary>
    internal bool AddIfPack(Assembly assembly)
    {
        var index = assembly.GetCustomAttribute<RulePackIndexAttribute>();
        if (index is null && !assembly.IsDefined(typeof(RulePackAttribute), inherit: false))
        {
            return false;
        }

        Add(new PackToAdd(assembly, index));
        return true;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Assemblies come only through AddRulesFrom, which carries the warning, or from a deps.json, of which a trimmed application has none.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "Types come through AddRule<T>(), which keeps their constructors, or AddRulesFrom, which carries the warning.")]
    private RuleCatalogue.Contents Gather(IServiceProvider? services)
    {
        var provider = new RuleServices(_data, services, _dataFolder);
        var rules = new List<CataloguedRule>();
        var formats = new List<ISubmissionFormat>(BuiltinFormats.All);
        var packs = new List<RulePack>();

        foreach (var (assembly, given) in _packs)
        {
            var index = given ?? assembly.GetCustomAttribute<RulePackIndexAttribute>();
            var pack = index is null ? RulePack.Of(assembly) : new RulePack(index.PackName, assembly);
            packs.Add(pack);
            var found = RulePackContents.Of(pack, index, provider);
            foreach (var rule in found.Rules)
            {
                Add(rules, rule, pack);
            }

            formats.AddRange(found.Formats);
        }

        foreach (var (type, instance, isFormat) in _single)
        {
            var assembly = (type ?? instance!.GetType()).Assembly;
            var pack = packs.Find(known => known.Assembly == assembly);
            if (pack is null)
            {
                packs.Add(pack = RulePack.Of(assembly));
            }

            if (isFormat)
            {
                formats.Add(provider.Create<ISubmissionFormat>(type!, pack));
            }
            else
            {
                Add(rules, (IComplianceRule?)instance ?? provider.Create<IComplianceRule>(type!, pack), pack);
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
        return new RuleCatalogue.Contents([.. rules], [.. formats], [.. packs]);
    }

    private RuleCatalogueBuilder Add(PackToAdd pack)
    {
        if (!_packs.Exists(known => ReferenceEquals(known.Assembly, pack.Assembly)))
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
                        $"The rule id '{a.Descriptor.Id}' stands twice for spec {spec}: {a.Rule.GetType().FullName} in pack '{a.Pack.Name}' ({a.Pack.Assembly.Location}) and "
                        + $"{b.Rule.GetType().FullName} in pack '{b.Pack.Name}' ({b.Pack.Assembly.Location}). Give one of them another id, or leave one pack out.",
                        b.Pack.Assembly.Location);
                }
            }
        }
    }

    private sealed record PackToAdd(Assembly Assembly, RulePackIndexAttribute? Index);

    private sealed record SinglePart(Type? Type, object? Instance, bool IsFormat);
}

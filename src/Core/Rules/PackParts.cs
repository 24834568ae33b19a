using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MlPerf.Endpoints.Core.Rules.Discovery;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Finds parts of one kind in packs, as rules are found: marked assemblies, one public constructor, no id twice.</summary>
public static class PackParts
{
    /// <summary>The marked assemblies that the running application references, by name; none is no error.</summary>
    public static IReadOnlyList<Assembly> ReferencedPackAssemblies() => ReferencedPacks.Assemblies();

    /// <summary>Makes every part of a kind that the assemblies bring, ordered by id.</summary>
    /// <typeparam name="T">The kind of part.</typeparam>
    /// <param name="assemblies">Packs; an assembly that stands twice counts once.</param>
    /// <param name="services">Serves constructors what they ask for; may be null.</param>
    /// <exception cref="RulePackLoadException">An id stands twice, a pack cannot be read, or a part cannot be made.</exception>
    [RequiresUnreferencedCode("Finds parts by reflection; trimmed applications make them with new.")]
    public static IReadOnlyList<PackPart<T>> Create<T>(IEnumerable<Assembly> assemblies, IServiceProvider? services = null)
        where T : class, IPackPart
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        var provider = new RuleServices(new Dictionary<Type, object>(), services, dataFolder: null);
        var parts = new List<PackPart<T>>();
        foreach (var assembly in assemblies.Distinct())
        {
            var pack = RulePack.Of(assembly);
            foreach (var type in PackTypes.In(pack))
            {
                if (typeof(T).IsAssignableFrom(type))
                {
                    parts.Add(new PackPart<T>(provider.Create<T>(type, pack), pack));
                }
            }
        }

        return Ordered(parts);
    }

    /// <summary>Orders parts by id.</summary>
    /// <typeparam name="T">The kind of part.</typeparam>
    /// <exception cref="RulePackLoadException">An id stands twice; the message names both classes and packs.</exception>
    public static IReadOnlyList<PackPart<T>> Ordered<T>(IEnumerable<PackPart<T>> parts)
        where T : class, IPackPart
    {
        ArgumentNullException.ThrowIfNull(parts);
        var ordered = parts.OrderBy(part => part.Part.Id, StringComparer.Ordinal).ToList();
        for (var index = 1; index < ordered.Count; index++)
        {
            var (a, b) = (ordered[index - 1], ordered[index]);
            if (string.Equals(a.Part.Id, b.Part.Id, StringComparison.Ordinal))
            {
                throw new RulePackLoadException(
                    $"The id '{b.Part.Id}' stands twice: {a.Part.GetType().FullName} in pack '{a.Pack.Name}' ({a.Pack.File}) and "
                    + $"{b.Part.GetType().FullName} in pack '{b.Pack.Name}' ({b.Pack.File}). Give one of them another id, or leave one pack out.",
                    b.Pack.File);
            }
        }

        return ordered;
    }
}

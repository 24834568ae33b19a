using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Audits;

/// <summary>The audits that an application knows, by id. Found like rules: in the marked packs that the application references, or added one by one.</summary>
public sealed class AuditRegistry
{
    private readonly ImmutableArray<PackPart<IAuditTest>> _parts;

    private AuditRegistry(IEnumerable<PackPart<IAuditTest>> parts) => _parts = [.. PackParts.Ordered(parts)];

    /// <summary>The built-in audits.</summary>
    public static AuditRegistry Builtin { get; } = Of(
        new OutputCaching.OutputCachingAudit(),
        new AccuracyInPerformance.AccuracyInPerformanceAudit(),
        new ConsistencyOutput.ConsistencyOutputAudit(),
        new AccuracyInPerformanceFull.AccuracyInPerformanceFullAudit(),
        new OutputLength.OutputLengthAudit(),
        new Reproduction.ReproductionAudit(),
        new PerturbedModel.PerturbedModelAudit());

    /// <summary>The audits, by id.</summary>
    public IEnumerable<IAuditTest> Audits => _parts.Select(part => part.Part);

    /// <summary>The audits with the packs that brought them, by id.</summary>
    public ImmutableArray<PackPart<IAuditTest>> Parts => _parts;

    /// <summary>The audit whose fields are judged where a block names none: output caching, or the first.</summary>
    public IAuditTest Default => Find(OutputCaching.OutputCachingAudit.AuditId) ?? _parts[0].Part;

    /// <summary>The audit with an id, exactly; null where there is none.</summary>
    public IAuditTest? Find(string id)
    {
        foreach (var part in _parts)
        {
            if (string.Equals(part.Part.Id, id, StringComparison.Ordinal))
            {
                return part.Part;
            }
        }

        return null;
    }

    /// <summary>A registry of given audits.</summary>
    /// <exception cref="RulePackLoadException">An id stands twice.</exception>
    public static AuditRegistry Of(params IEnumerable<IAuditTest> audits)
    {
        ArgumentNullException.ThrowIfNull(audits);
        return new AuditRegistry(audits.Select(audit => new PackPart<IAuditTest>(audit, RulePack.Of(audit.GetType().Assembly))));
    }

    /// <summary>The built-in audits and those of further packs.</summary>
    /// <param name="assemblies">Marked assemblies.</param>
    /// <param name="services">Serves constructors; may be null.</param>
    /// <exception cref="RulePackLoadException">An id stands twice, or an audit cannot be made.</exception>
    [RequiresUnreferencedCode("Finds audits by reflection; trimmed applications use Of.")]
    public static AuditRegistry From(IEnumerable<Assembly> assemblies, IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        return new AuditRegistry([.. Builtin._parts, .. PackParts.Create<IAuditTest>(assemblies.Where(assembly => assembly != typeof(AuditRegistry).Assembly), services)]);
    }

    /// <summary>The built-in audits and those of every marked pack that the application references.</summary>
    [RequiresUnreferencedCode("Finds audits by reflection; trimmed applications use Of.")]
    public static AuditRegistry FromReferencedPacks() => From(PackParts.ReferencedPackAssemblies());
}

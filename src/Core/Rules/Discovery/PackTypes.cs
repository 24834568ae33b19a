using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MlPerf.Endpoints.Core.Formats;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>Searches an assembly for rules, formats and other parts: public or not, concrete.</summary>
internal static class PackTypes
{
    /// <exception cref="RulePackLoadException">The types cannot be loaded.</exception>
    [RequiresUnreferencedCode("Finds types by reflection.")]
    public static IEnumerable<Type> In(RulePack pack)
    {
        Type[] types;
        try
        {
            types = pack.Assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException failure)
        {
            var causes = failure.LoaderExceptions.Select(cause => cause?.Message.ReplaceLineEndings(" ").Trim()).Distinct(StringComparer.Ordinal);
            throw Unreadable(pack, string.Join(" ", causes), failure);
        }

        return types.Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }
            && (typeof(IComplianceRule).IsAssignableFrom(type) || typeof(ISubmissionFormat).IsAssignableFrom(type) || typeof(IPackPart).IsAssignableFrom(type)));
    }

    /// <summary>What to throw for a pack whose types cannot be loaded.</summary>
    public static RulePackLoadException Unreadable(RulePack pack, string causes, Exception failure)
        => new($"Pack '{pack.Name}' cannot be loaded: {causes} Put what is missing beside the pack's file, or build the pack against this version of the library.", pack.File, failure);

    /// <summary>What to throw for a pack that holds nothing.</summary>
    public static RulePackLoadException None(RulePack pack)
        => new(
            $"Pack '{pack.Name}' ({pack.File}) holds no rule. A rule is a class that derives from ComplianceRule<TTarget>; take the pack out if it should hold none.",
            pack.File);
}

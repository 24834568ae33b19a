using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MlPerf.Endpoints.Core.Formats;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>The rule and format types of an assembly, and those of its further parts: public or not, concrete, ordered by name.</summary>
internal sealed record PackContents(IReadOnlyList<Type> Rules, IReadOnlyList<Type> Formats, IReadOnlyList<Type> Parts)
{
    [RequiresUnreferencedCode("Finds types by reflection.")]
    public static PackContents Of(RulePack pack)
    {
        Type[] types;
        try
        {
            types = pack.Assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException failure)
        {
            var causes = failure.LoaderExceptions.Select(cause => cause?.Message.ReplaceLineEndings(" ").Trim()).Distinct(StringComparer.Ordinal);
            throw new RulePackLoadException(
                $"Pack '{pack.Name}' cannot be loaded: {string.Join(" ", causes)} Put what is missing beside the pack's file, or build the pack against this version of the library.",
                pack.Assembly.Location, failure);
        }

        var rules = new List<Type>();
        var formats = new List<Type>();
        var parts = new List<Type>();
        foreach (var type in types)
        {
            if (type is { IsAbstract: false, IsGenericTypeDefinition: false })
            {
                if (typeof(IComplianceRule).IsAssignableFrom(type))
                {
                    rules.Add(type);
                }
                else if (typeof(ISubmissionFormat).IsAssignableFrom(type))
                {
                    formats.Add(type);
                }
                else if (typeof(IPackPart).IsAssignableFrom(type))
                {
                    parts.Add(type);
                }
            }
        }

        if (rules.Count == 0 && formats.Count == 0 && parts.Count == 0)
        {
            throw new RulePackLoadException(
                $"Pack '{pack.Name}' ({pack.Assembly.Location}) holds no rule. A rule is a class that derives from ComplianceRule<TTarget>; take the pack out if it should hold none.",
                pack.Assembly.Location);
        }

        return new PackContents(rules, formats, parts);
    }
}

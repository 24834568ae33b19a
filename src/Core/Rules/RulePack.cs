using System.Reflection;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>An assembly, or a host's own selection, that brought rules or formats.</summary>
/// <param name="Name">The name that the assembly's <see cref="RulePackAttribute"/> gives, or the assembly's own.</param>
/// <param name="Version">The assembly's informational version without build metadata.</param>
/// <param name="Assembly">The assembly.</param>
public sealed record RulePack(string Name, string Version, Assembly Assembly)
{
    /// <summary>Describes an assembly.</summary>
    public static RulePack Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "0.0.0";
        return new RulePack(
            assembly.GetCustomAttribute<RulePackAttribute>()?.Name ?? assembly.GetName().Name ?? "unnamed",
            version.Split('+')[0],
            assembly);
    }

    /// <summary>The page of a rule, Markdown, from the assembly's resource <c>pages/&lt;id&gt;.md</c>; null where the pack brings none.</summary>
    public string? PageOf(string ruleId)
    {
        using var stream = Assembly.GetManifestResourceStream($"pages/{ruleId}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

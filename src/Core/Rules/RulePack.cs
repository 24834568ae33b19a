using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>An assembly, or a host's own selection, that brought rules or formats.</summary>
/// <param name="Name">The name that the assembly's <see cref="RulePackAttribute"/> gives, or the assembly's own.</param>
/// <param name="Assembly">The assembly.</param>
public sealed record RulePack(string Name, Assembly Assembly)
{
    /// <summary>The assembly's informational version without build metadata.</summary>
    public string Version
        => (Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? Assembly.GetName().Version?.ToString() ?? "0.0.0").Split('+')[0];

    /// <summary>The assembly's file, for messages; its name where it has none, as in a native application.</summary>
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "Where there is no file the location is empty, and the name stands for it.")]
    internal string File => Assembly.Location is { Length: > 0 } file ? file : Assembly.GetName().Name ?? "unnamed";

    /// <summary>Describes an assembly.</summary>
    public static RulePack Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new RulePack(assembly.GetCustomAttribute<RulePackAttribute>()?.Name ?? assembly.GetName().Name ?? "unnamed", assembly);
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

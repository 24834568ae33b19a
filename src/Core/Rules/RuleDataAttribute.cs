namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Marks a type of data that rules take by constructor (thresholds, lists) and names the file that replaces its built-in values.</summary>
/// <remarks>The type has a public static property <c>Default</c> with the built-in values and a public static method
/// <c>Parse(ReadOnlyMemory&lt;byte&gt;)</c> that reads the file. <c>--data DIR</c> and <see cref="RuleCatalogueBuilder.UseDataFolder"/> name the folder.</remarks>
/// <param name="file">Path of the file below the data folder, <c>/</c>-separated: <c>v1.0/point-limits.json</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RuleDataAttribute(string file) : Attribute
{
    /// <summary>Path of the file below the data folder.</summary>
    public string File { get; } = file;
}

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Lists what a pack holds. The source generator that this package brings derives a class from it and marks the assembly with it, so that starting needs
/// no search by reflection. A pack without an index works as well.</summary>
/// <param name="packName">The name that the assembly's <see cref="RulePackAttribute"/> gives; here too, so that one look at the assembly is enough.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class RulePackIndexAttribute(string packName) : Attribute
{
    /// <summary>The pack's name.</summary>
    public string PackName { get; } = packName;

    /// <summary>Makes the pack's rules and formats, and names its other parts.</summary>
    /// <param name="pack">Takes them, and serves their constructors.</param>
    public abstract void AddTo(RulePackContents pack);
}

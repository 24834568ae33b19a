namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Lists what a pack holds. The source generator that this package brings derives a class from it and marks the assembly with it, so that starting needs
/// no search by reflection. A pack without an index works as well.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class RulePackIndexAttribute : Attribute
{
    /// <summary>Makes the pack's rules and formats, and names its other parts.</summary>
    /// <param name="pack">Takes them, and serves their constructors.</param>
    public abstract void AddTo(RulePackContents pack);
}

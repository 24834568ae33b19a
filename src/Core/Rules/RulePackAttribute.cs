namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Marks an assembly that brings rules, formats or audits.</summary>
/// <param name="name">The pack's name, as reports and <c>rules</c> print it.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RulePackAttribute(string name) : Attribute
{
    /// <summary>The pack's name.</summary>
    public string Name { get; } = name;
}

using System.Reflection;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>What the source generator lists is what a search by reflection finds.</summary>
public sealed class RulePackIndexTests
{
    private static readonly Assembly[] Indexed = [typeof(Rules.Builtin.BuiltinRules).Assembly, typeof(Rules.Mlx.MlxRules).Assembly];

    [TestCaseSource(nameof(Indexed))]
    public void Index_holds_every_rule_of_the_assembly(Assembly assembly)
    {
        Assert.That(assembly.GetCustomAttribute<RulePackIndexAttribute>(), Is.Not.Null, "the generator did not run");

        var listed = new RuleCatalogueBuilder().AddRulesFrom(assembly).Build().Rules.Select(rule => rule.Rule.GetType().FullName);
        var found = assembly.GetTypes().Where(type => type is { IsAbstract: false } && typeof(IComplianceRule).IsAssignableFrom(type)).Select(type => type.FullName);
        Assert.That(listed, Is.EquivalentTo(found));
    }
}

using System.Reflection;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>What the source generator lists is what a search by reflection finds.</summary>
public sealed class RulePackIndexTests
{
    private static readonly Assembly[] Indexed = [typeof(Rules.Builtin.BuiltinRules).Assembly, typeof(Rules.Mlx.MlxRules).Assembly];

    private static readonly RulePackIndexAttribute[] HandedOut = [Rules.Builtin.BuiltinRules.Index, Rules.Mlx.MlxRules.Index];

    [TestCaseSource(nameof(Indexed))]
    public void Index_holds_every_rule_of_the_assembly(Assembly assembly)
    {
        Assert.That(assembly.GetCustomAttribute<RulePackIndexAttribute>(), Is.Not.Null, "the generator did not run");

        var listed = new RuleCatalogueBuilder().AddRulesFrom(assembly).Build().Rules.Select(rule => rule.Rule.GetType().FullName);
        var found = assembly.GetTypes().Where(type => type is { IsAbstract: false } && typeof(IComplianceRule).IsAssignableFrom(type)).Select(type => type.FullName);
        Assert.That(listed, Is.EquivalentTo(found));
    }

    [TestCaseSource(nameof(HandedOut))]
    public void Index_that_a_pack_hands_out_makes_the_catalogue_of_its_assembly(RulePackIndexAttribute index)
    {
        var assembly = index.GetType().Assembly;
        Assert.That(index.PackName, Is.EqualTo(assembly.GetCustomAttribute<RulePackAttribute>()!.Name));

        var given = new RuleCatalogueBuilder().AddRulesFrom(index).AddRulesFrom(assembly).Build();
        var searched = new RuleCatalogueBuilder().AddRulesFrom(assembly).Build();
        Assert.That(given.Rules.Select(rule => rule.Descriptor.Id), Is.EqualTo(searched.Rules.Select(rule => rule.Descriptor.Id)));
        Assert.That(given.Packs, Is.EqualTo(searched.Packs));
    }
}

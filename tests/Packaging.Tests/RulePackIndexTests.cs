using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.DependencyInjection;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin;
using MlPerf.Endpoints.Rules.Mlx;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>What the source generator lists is what a search by reflection finds.</summary>
public sealed class RulePackIndexTests
{
    private static readonly Assembly[] Indexed = [typeof(BuiltinRules).Assembly, typeof(MlxRules).Assembly];

    private static readonly RulePackIndexAttribute[] HandedOut = [BuiltinRules.Index, MlxRules.Index];

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

    [Test]
    public void Container_takes_the_packs_once_each()
    {
        var services = new ServiceCollection();
        services.AddSubmissionChecker().AddBuiltinRules().AddMlxRules().AddRulesFrom(BuiltinRules.Index).AddRulesFrom(Indexed[1]);
        using var provider = services.BuildServiceProvider();

        var catalogue = provider.GetRequiredService<SubmissionCheckerFactory>().Catalogue;
        var expected = new RuleCatalogueBuilder().AddRulesFrom(HandedOut[0]).AddRulesFrom(HandedOut[1]).Build();
        Assert.That(catalogue.Rules.Select(rule => rule.Descriptor.Id), Is.EqualTo(expected.Rules.Select(rule => rule.Descriptor.Id)));
        Assert.That(catalogue.Packs, Is.EqualTo(expected.Packs));
    }
}

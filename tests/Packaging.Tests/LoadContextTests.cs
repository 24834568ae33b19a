using System.Runtime.CompilerServices;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>Packs from files live in worlds of their own.</summary>
public sealed class LoadContextTests
{
    [Test]
    public void Two_packs_with_different_versions_of_one_dependency_run_side_by_side()
    {
        using var packs = new PackCompiler();
        using var one = LoadedRulePack.Load(WithDependency(packs, "One", "1.0.0.0"));
        using var two = LoadedRulePack.Load(WithDependency(packs, "Two", "2.0.0.0"));
        var catalogue = new RuleCatalogueBuilder().AddRulesFrom(one.Assembly).AddRulesFrom(two.Assembly).Build();

        var messages = SubmissionBuilder.V1_0().Check(catalogue).Results.Select(result => $"{result.Pack}: {result.Message}");

        Assert.That(messages, Is.EquivalentTo(new[] { "Acme.One: from 1.0.0.0", "Acme.Two: from 2.0.0.0" }));
    }

    [Test]
    public void Runs_beside_the_built_in_rules_and_last()
    {
        using var packs = new PackCompiler();
        using var pack = LoadedRulePack.Load(WithDependency(packs, "One", "1.0.0.0"));
        var catalogue = new RuleCatalogueBuilder().AddRulesFrom(typeof(BuiltinRules).Assembly).AddRulesFrom(pack.Assembly).Build();

        var report = SubmissionBuilder.V1_0().Check(catalogue);

        Assert.That(report.Results.Count(result => result.Pack == "Acme.One"), Is.EqualTo(1));
        Assert.That(catalogue.Rules[^1].Pack.Name, Is.EqualTo("Acme.One"));
    }

    [Test]
    public void Lets_go_of_a_pack_that_nothing_references_any_more()
    {
        using var packs = new PackCompiler();
        var world = CheckOnce(WithDependency(packs, "One", "1.0.0.0"));

        for (var attempt = 0; world.IsAlive && attempt < 20; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(world.IsAlive, Is.False);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CheckOnce(string file)
    {
        using var pack = LoadedRulePack.Load(file);
        var report = SubmissionBuilder.V1_0().Check(new RuleCatalogueBuilder().AddRulesFrom(pack.Assembly).Build());
        Assert.That(report.Results, Has.Length.EqualTo(1));
        return new WeakReference(pack.Assembly);
    }

    private static string WithDependency(PackCompiler packs, string name, string version)
    {
        var folder = packs.Folder(name);
        var words = packs.Compile(folder, "Acme.Words", "namespace Acme; public static class Words { public static string Text => \"from \" + typeof(Words).Assembly.GetName().Version; }", version);
        return packs.Compile(folder, "Acme." + name, PackCompiler.Rule("house-" + name.ToLowerInvariant(), "Acme." + name, "Words.Text"), "1.0.0.0", PackCompiler.CoreFile, words);
    }
}

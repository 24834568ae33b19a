using System.Diagnostics;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Snapshots;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>Every way in which a pack can be refused, through the tool: the message is reviewed, the exit code is 3.</summary>
public sealed class RulePackErrorTests
{
    private PackCompiler _packs = null!;

    [SetUp]
    public void Begin() => _packs = new PackCompiler();

    [TearDown]
    public void End() => _packs.Dispose();

    [Test]
    public void Missing_file() => Refused("/nowhere/Acme.Rules.dll");

    [Test]
    public void No_assembly()
    {
        var file = Path.Combine(_packs.Folder("text"), "Acme.Rules.dll");
        File.WriteAllText(file, "not an assembly");
        Refused(file);
    }

    [Test]
    public void Pack_that_does_not_reference_core() => Refused(_packs.Compile(_packs.Folder("bare"), "Acme.Rules", "public class Nothing { }"));

    [Test]
    public void Pack_without_rules() => Refused(_packs.Compile(_packs.Folder("empty"), "Acme.Rules", "[assembly: MlPerf.Endpoints.Core.Rules.RulePack(\"Acme.Rules\")]", "1.0.0.0", PackCompiler.CoreFile));

    [Test]
    public void Duplicate_id() => Refused(_packs.Compile(_packs.Folder("duplicate"), "Acme.Rules", PackCompiler.Rule("point-count", "Acme.Rules"), "1.0.0.0", PackCompiler.CoreFile));

    [Test]
    public void Throwing_constructor()
        => Refused(_packs.Compile(_packs.Folder("throwing"), "Acme.Rules", PackCompiler.Rule("house-rule", "Acme.Rules", constructor: "public HouseRuleRule() { throw new System.InvalidOperationException(\"no luck today\"); }"), "1.0.0.0", PackCompiler.CoreFile));

    [Test]
    public void Constructor_that_asks_for_what_nobody_serves()
        => Refused(_packs.Compile(_packs.Folder("asking"), "Acme.Rules", PackCompiler.Rule("house-rule", "Acme.Rules", constructor: "public HouseRuleRule(System.Uri where) { }"), "1.0.0.0", PackCompiler.CoreFile));

    [Test]
    public void Missing_dependency()
    {
        var elsewhere = _packs.Compile(_packs.Folder("elsewhere"), "Acme.Shared", "public static class Words { public class Base : MlPerf.Endpoints.Core.Rules.IComplianceRule { public MlPerf.Endpoints.Core.Rules.RuleDescriptor Descriptor => null!; public System.Type TargetType => null!; public System.Collections.Generic.IEnumerable<MlPerf.Endpoints.Core.Rules.RuleResult> Check(MlPerf.Endpoints.Core.Model.CheckTarget target) => null!; } }", "1.0.0.0", PackCompiler.CoreFile);
        Refused(_packs.Compile(_packs.Folder("lonely"), "Acme.Rules", "[assembly: MlPerf.Endpoints.Core.Rules.RulePack(\"Acme.Rules\")] public class HouseRule : Words.Base { }", "1.0.0.0", PackCompiler.CoreFile, elsewhere));
    }

    [Test]
    public void Own_copy_of_core()
    {
        var folder = _packs.Folder("copy");
        var file = _packs.Compile(folder, "Acme.Rules", PackCompiler.Rule("house-rule", "Acme.Rules"), "1.0.0.0", PackCompiler.CoreFile);
        File.Copy(PackCompiler.CoreFile, Path.Combine(folder, Path.GetFileName(PackCompiler.CoreFile)));
        Refused(file);
    }

    [TestCase("9.1.0.0", TestName = "Newer_contract_version")]
    [TestCase("0.0.1.0", TestName = "Older_contract_version")]
    public void Other_contract_version(string version)
    {
        var core = _packs.Compile(_packs.Folder("core"), "MlPerf.Endpoints.Core", "namespace MlPerf.Endpoints.Core.Rules; public sealed class RulePackAttribute(string name) : System.Attribute { public string Name { get; } = name; }", version);
        Refused(_packs.Compile(_packs.Folder("other"), "Acme.Rules", "[assembly: MlPerf.Endpoints.Core.Rules.RulePack(\"Acme.Rules\")]", "1.0.0.0", core));
    }

    [Test]
    public void Checker_without_rules()
        => Snapshot.Match(Assert.Throws<RulePackLoadException>(() => new RuleCatalogueBuilder().Build())!.Message + "\n");

    private void Refused(string pack)
    {
        using var tool = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Tool.File, "check", "--rules", pack, Path.Combine(Repository.Root, "samples", "submissions", "v1.0", "standardized") },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var output = tool.StandardOutput.ReadToEndAsync();
        var error = tool.StandardError.ReadToEnd();
        tool.WaitForExit();

        Assert.That(output.Result, Is.Empty);
        Assert.That(tool.ExitCode, Is.EqualTo(3));
        Snapshot.Match(Scrub(error), TestContext.CurrentContext.Test.Name);
    }

    private static string Scrub(string text)
        => System.Text.RegularExpressions.Regex.Replace(text, @"[^\s'(]*[/\\](?=(Acme\.Rules|MlPerf\.Endpoints\.[A-Za-z.]+)\.dll)", "{folder}/", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}

using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Docs;
using MlPerf.Endpoints.Rules.Builtin;
using MlPerf.Endpoints.Rules.Mlx;

// Writes what descriptors say into the documentation: titles and outcome tables of the rules' pages, their index, and the table of specs.
// The exit code is the number of files that had to be changed: 0 when the documentation is up to date.
var root = args.Length > 0 ? args[0] : Directory.GetCurrentDirectory();
var rules = new RuleCatalogueBuilder().AddRulesFrom(typeof(BuiltinRules).Assembly).Build().Rules;
var changed = Pages(rules, Path.Combine(root, "docs", "rules"));

// A pack that is no part of the rules keeps its pages with its code.
changed += Pages(new RuleCatalogueBuilder().AddRulesFrom(typeof(MlxRules).Assembly).Build().Rules, Path.Combine(root, "src", "Rules.Mlx", "pages"));
changed += Write(Path.Combine(root, "docs", "rules", "README.md"), RuleIndex.Write(rules));
changed += Write(Path.Combine(root, "docs", "spec-support.md"), SpecSupport.Write(rules));
return Math.Min(changed, 255);

static int Pages(IEnumerable<CataloguedRule> rules, string folder)
{
    var changed = 0;
    foreach (var group in rules.GroupBy(rule => rule.Descriptor.Id, StringComparer.Ordinal))
    {
        var file = Path.Combine(folder, group.Key + ".md");
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"{file} is missing: every rule has a page.");
            changed++;
            continue;
        }

        changed += Write(file, RulePage.Update(File.ReadAllText(file), [.. group.Select(rule => rule.Descriptor)]));
    }

    return changed;
}

static int Write(string file, string text)
{
    if (File.Exists(file) && File.ReadAllText(file) == text)
    {
        return 0;
    }

    File.WriteAllText(file, text);
    Console.Error.WriteLine($"{file} was brought up to date.");
    return 1;
}

using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Rules.Builtin.Tests;

/// <summary>Whatever outcome a case of the corpus reaches, the values that its message and fix name are there.</summary>
public sealed class MessagesTests
{
    [TestCase("v0.7")]
    [TestCase("v1.0")]
    public void Messages_and_fixes_have_all_their_values(string spec)
    {
        var holes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in CorpusFile.LoadAll(Path.Combine(AppContext.BaseDirectory, "Corpus", spec)))
        {
            var report = new SubmissionChecker(item.ToSource(), new CheckerOptions { Spec = item.Revision.Name, Dialect = item.Revision.Dialect ?? "auto" }).Run();
            foreach (var result in report.Results)
            {
                var names = result.Outcome.Message.Names.Concat(result.Outcome.Fix?.Names ?? []);
                holes.UnionWith(names.Where(name => !result.Values.ContainsKey(name)).Select(name => $"{result.Rule}/{result.Key}: {{{name}}}"));
            }
        }

        Assert.That(holes, Is.Empty);
    }
}

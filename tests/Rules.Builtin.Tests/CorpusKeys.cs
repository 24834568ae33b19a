using System.Collections.Frozen;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Rules.Builtin.Tests;

/// <summary>Every outcome that some case of the corpus reaches, found once.</summary>
internal static class CorpusKeys
{
    private static readonly Lazy<FrozenSet<(Type Type, string Key)>> Found = new(Find);

    public static FrozenSet<(Type Type, string Key)> All => Found.Value;

    private static FrozenSet<(Type Type, string Key)> Find()
        => new[] { "v0.7", "v1.0" }.SelectMany(spec => CorpusFile.LoadAll(Path.Combine(AppContext.BaseDirectory, "Corpus", spec)))
            .SelectMany(item => new SubmissionChecker(item.ToSource(), new CheckerOptions { Spec = item.Revision.Name, Dialect = item.Revision.Dialect ?? "auto" }).Run().Results)
            .Select(result => (result.CataloguedRule.Rule.GetType(), result.Key)).ToFrozenSet();
}

using System.Text;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Formats;

namespace MlPerf.Endpoints.Rules.Mlx.Tests;

/// <summary>Checks documents through the checker, as its users do.</summary>
internal static class Envelopes
{
    public const string Valid = """{"schema_version":"1","timestamp":"2026-05-04T09:03:21Z","git_sha":"fdf4257","trigger":"local","suite":"throughput","model":"m","system":{"os":"o","chip":"c","memory_gb":1},"results":[]}""";

    private static readonly RuleCatalogue Pack = new RuleCatalogueBuilder().AddRulesFrom(typeof(MlxRules).Assembly).Build();

    public static Report Check(string name, byte[] utf8, string spec = MlxFormat.SpecName, string dialect = "auto")
        => Check(new MemorySource(name, [KeyValuePair.Create(SubmissionPath.Root, (ReadOnlyMemory<byte>)utf8)]), spec, dialect);

    public static Report Check(string name, string text, string spec = MlxFormat.SpecName, string dialect = "auto") => Check(name, Encoding.UTF8.GetBytes(text), spec, dialect);

    public static Report Check(ISubmissionSource source, string spec = MlxFormat.SpecName, string dialect = "auto")
        => new SubmissionChecker(source, new CheckerOptions { Spec = spec, Dialect = dialect }, Pack).Run();
}

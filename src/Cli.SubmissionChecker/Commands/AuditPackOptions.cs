using System.CommandLine;
using System.Reflection;
using MlPerf.Endpoints.Audits;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Parquet;
using MlPerf.Endpoints.Audits.Runner;
using MlPerf.Endpoints.Audits.Runner.Adapters;
using MlPerf.Endpoints.Audits.Runner.Datasets;
using MlPerf.Endpoints.Audits.Scoring;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary>The options with which audit commands take in packs: further audits, adapters, dataset formats, scorers, tokenizers.</summary>
internal sealed class AuditPackOptions(ToolHost host)
{
    private const string ParquetFormat = ".parquet";

    private readonly RulePackFiles _packs = new("pack");

    private readonly Option<string?> _tokenizer = new("--tokenizer")
    {
        Description = "Id of a tokenizer of a pack; without one, token metrics stay empty.",
        HelpName = "ID",
    };

    public void AddTo(Command command, bool withTokenizer = false)
    {
        _packs.AddTo(command);
        if (withTokenizer)
        {
            command.Options.Add(_tokenizer);
        }
    }

    public Loaded Load(ParseResult parsed, bool withTokenizer = false)
    {
        var assemblies = _packs.Load(parsed, host);
        ITokenCounter? tokens = null;
        if (withTokenizer && parsed.GetValue(_tokenizer) is { } id)
        {
            var counters = Parts<ITokenCounter>(assemblies);
            tokens = counters.FirstOrDefault(counter => counter.Id == id)
                ?? throw new UsageException($"There is no tokenizer '{id}'{(counters.Count == 0 ? "" : $"; there are {string.Join(", ", counters.Select(counter => counter.Id))}")}. Load the pack that brings it with --rules.");
        }

        return new Loaded(
            ManagedHandover.IsManaged ? AuditRegistry.From(assemblies) : AuditRegistry.Builtin,
            new LoadGenerator(Parts<IEndpointAdapter>(assemblies), [.. OwnReaders(), .. Parts<IDatasetReader>(assemblies)], tokens),
            Parts<IScorer>(assemblies));
    }

    /// <summary>Sees to it that the datasets of a configuration can be read here.</summary>
    /// <exception cref="ManagedBuildException">One is Parquet, which takes code that is made while the tool runs, and this tool is native.</exception>
    public static void RequireReaders(BenchmarkConfiguration benchmark)
    {
        if (!ManagedHandover.IsManaged && benchmark.Datasets.Any(dataset => ParquetFormat.Equals(dataset.Format ?? Path.GetExtension(dataset.Path), StringComparison.OrdinalIgnoreCase)))
        {
            throw new ManagedBuildException("A Parquet dataset");
        }
    }

    private static IDatasetReader[] OwnReaders() => ManagedHandover.IsManaged ? [new ParquetDatasetReader()] : [];

    private static List<T> Parts<T>(IReadOnlyList<Assembly> assemblies)
        where T : class, IPackPart
        => ManagedHandover.IsManaged ? [.. PackParts.Create<T>(assemblies).Select(part => part.Part)] : [];

    /// <summary>What the packs and the tool itself bring.</summary>
    internal sealed record Loaded(AuditRegistry Registry, LoadGenerator Runner, IReadOnlyList<IScorer> Scorers);
}

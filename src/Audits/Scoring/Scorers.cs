namespace MlPerf.Endpoints.Audits.Scoring;

/// <summary>Finds the scorer that a plan names: a plugin, or a command.</summary>
internal sealed class Scorers(IEnumerable<IScorer> plugins)
{
    private readonly Dictionary<string, IScorer> _plugins = plugins.ToDictionary(plugin => plugin.Id, StringComparer.Ordinal);

    public Task<double?> ScoreAsync(ScorerReference reference, IReadOnlyList<SampleOutput> outputs, string folder, CancellationToken stop)
        => reference.IsCommand ? CommandScorer.ScoreAsync(reference, outputs, folder, stop)
            : _plugins.TryGetValue(reference.Scorer, out var plugin) ? Task.FromResult(plugin.Score(outputs))
            : throw new AuditException(
                AuditErrorKind.Setup, "unknown_scorer", $"There is no scorer '{reference.Scorer}'; give a command line with {ScorerReference.OutputsPlaceholder}, or load the pack that brings it.");
}

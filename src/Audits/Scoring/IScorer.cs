using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Audits.Scoring;

/// <summary>Scores the answers of a run. Plugins are found in marked packs, as audits are.</summary>
public interface IScorer : IPackPart
{
    /// <summary>The score; null where none can be made.</summary>
    /// <param name="outputs">The answers.</param>
    double? Score(IReadOnlyList<SampleOutput> outputs);
}

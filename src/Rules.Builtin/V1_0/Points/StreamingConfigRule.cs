using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>Records whether a point streams every chunk (policy §6.5). It cannot fail: the policy's own row speaks of another file.</summary>
public sealed class StreamingConfigRule : ComplianceRule<Point>
{
    private static readonly Outcome Stated = Outcome.Pass(
        key: "pass", spec: "§6.5", message: "the point at concurrency {concurrency} has stream_all_chunks {stream_all_chunks}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "streaming-config", title: "Streaming config", specs: [SpecRevision.V1_0], outcomes: [Stated], order: 250);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        yield return Stated.At(point.ConfigPath, ("concurrency", point.Concurrency), ("stream_all_chunks", point.Config.StreamAllChunks ? "true" : "false"));
    }
}

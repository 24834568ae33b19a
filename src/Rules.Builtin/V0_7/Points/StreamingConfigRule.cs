using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

/// <summary>A point streams every chunk of its answers (policy §6.5), which is also what a file that does not say so means.</summary>
public sealed class StreamingConfigRule : ComplianceRule<Point>
{
    private static readonly Outcome Off = Outcome.Error(
        key: "fail",
        spec: "#13",
        message: "the point at concurrency {concurrency} has stream_all_chunks false, expected true",
        fix: "Measure the point again with streaming on, and set runtime_settings.stream_all_chunks to true or leave it out.");

    private static readonly Outcome On = Outcome.Pass(key: "pass", spec: "#13", message: "the point at concurrency {concurrency} streams all chunks");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "streaming-config", title: "Streaming config", specs: [SpecRevision.V0_7], outcomes: [Off, On], order: 160);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        yield return point.Config.StreamAllChunks
            ? On.At(point.ConfigPath, point.NamedConcurrency)
            : Off.At(point.InConfig("runtime_settings", "stream_all_chunks"), point.NamedConcurrency);
    }
}

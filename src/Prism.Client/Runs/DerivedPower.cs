using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Json;

namespace MlPerf.Endpoints.Prism.Client.Runs;

/// <summary>The figures that are sent with a power descriptor (rules 1.0 part 4 §9).</summary>
internal static class DerivedPower
{
    /// <summary>The descriptor with its member <c>derived</c>, last.</summary>
    public static Node Add(Node power, Node? point, Node description, Node summary)
    {
        var derived = PowerDerivation.Of(
            Document("system_power.json", power),
            point is null ? null : Document("point.yaml", point),
            Document("system_desc.json", description),
            Document("result_summary.json", summary));
        return power.WithLast("derived", JsonNodes.Map(
            ("provisioned_power_kw", Figure(derived.ProvisionedPowerKw)),
            ("point_power_kw", Figure(derived.PointPowerKw)),
            ("system_tps_per_kw", Figure(derived.SystemTpsPerKw)),
            ("mlc_estimated_power", JsonNodes.Of(derived.IsEstimated)),
            ("estimated", JsonNodes.List(derived.Estimates.Select(JsonNodes.Of))),
            ("problems", JsonNodes.List(derived.Problems.Select(JsonNodes.Of)))));
    }

    private static Node Figure(double? value) => value is { } figure ? JsonNodes.Of(figure) : JsonNodes.Null;

    private static Document Document(string name, Node root) => new(SubmissionPath.Root / name, DocumentLanguage.Json, root, null);
}

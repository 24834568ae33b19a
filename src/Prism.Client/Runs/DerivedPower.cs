using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Prism.Client.Json;

namespace MlPerf.Endpoints.Prism.Client.Runs;

/// <summary>The figures that are sent with a power descriptor.</summary>
internal static class DerivedPower
{
    /// <summary>The descriptor with its member <c>derived</c>, last.</summary>
    public static Node Add(Node power, Node? point, Node description, Node summary) => power.WithLast("derived", JsonNodes.Map());
}

using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A point's configuration: <c>points/point_&lt;N&gt;.yaml</c> of v0.7, <c>point.yaml</c> of v1.0. Fields that a revision does not know are null.</summary>
public sealed partial record PointConfig
{
    /// <summary><c>concurrency</c>: requests in flight. No bound: rules judge it.</summary>
    public required BigInteger Concurrency { get; init; }

    /// <summary><c>region</c> as declared.</summary>
    public string? DeclaredRegion { get; init; }

    /// <summary><c>dataset</c>; <c>""</c> where absent.</summary>
    public string Dataset { get; init; } = "";

    /// <summary><c>runtime_settings.load_pattern</c>.</summary>
    public string LoadPattern { get; init; } = "concurrency";

    /// <summary><c>runtime_settings.stream_all_chunks</c>.</summary>
    public bool StreamAllChunks { get; init; } = true;

    /// <summary><c>warmup</c>; null where absent, null, or unknown to the revision.</summary>
    public Warmup? Warmup { get; init; }
}

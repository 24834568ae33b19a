using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

public partial class PointFolder
{
    /// <summary>The other files of the folder (v1.0).</summary>
    public PointFiles Files { get; init; } = PointFiles.None;

    /// <summary>The concurrency for which the point counts, also where its configuration did not load: the declared one, else the positive whole number
    /// that stands there unvalidated, else the number in the folder's name (v1.0). Null only where a layout lets a name be without a number.</summary>
    public BigInteger? EffectiveConcurrency
        => this is Point point ? point.Config.Concurrency
            : ConfigFile.Document.Root is { Kind: NodeKind.Map } root && root["concurrency"] is { Kind: NodeKind.Integer, AsInteger: { Sign: > 0 } raw } ? raw
            : NameNumber;
}

namespace MlPerf.Endpoints.Core.Model;

public partial class Curve
{
    /// <summary>The points that say of what type the curve is: all whose configuration loaded but dedicated Offline runs (v1.0).</summary>
    public IEnumerable<Point> VotingPoints => Points.Where(point => !point.Config.IsDedicatedOffline);

    /// <summary>Whether every voting point is agentic, and there is one. A mixed curve is single-turn (v1.0).</summary>
    public bool IsAgentic => VotingPoints.Any() && VotingPoints.All(point => point.Config.IsAgentic);

    /// <summary>The points that declare to be the Offline point, dedicated or elected, in order (v1.0).</summary>
    public IEnumerable<Point> OfflinePoints => Points.Where(point => point.Config.IsOffline);
}

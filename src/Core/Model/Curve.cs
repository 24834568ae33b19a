namespace MlPerf.Endpoints.Core.Model;

/// <summary>A Pareto curve: the measurement points of one system and one model.</summary>
public partial class Curve : CurveFolder
{
    /// <summary>Every point found, readable or not, in the order of the book. Counting rules look here. Never empty.</summary>
    public required IReadOnlyList<PointFolder> Folders
    {
        get;
        init
        {
            field = value;
            Adopt(value);
        }
    }

    /// <summary>The points whose configuration loaded, in order.</summary>
    public IEnumerable<Point> Points => Folders.OfType<Point>();

    /// <summary>The points whose configuration and summary loaded, in order.</summary>
    public IEnumerable<MeasuredPoint> MeasuredPoints => Folders.OfType<MeasuredPoint>();

    /// <summary>The curve's regions, or why they are unknown.</summary>
    public Availability<RegionLayout> Regions { get; init; } = Availability<RegionLayout>.Absent("the curve was not read that far");
}

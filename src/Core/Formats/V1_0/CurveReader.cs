using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Makes a curve of the points that were read: its system description, its concurrencies and regions, and whatever else belongs to all points together.</summary>
internal static class CurveReader
{
    public static CurveFolder Read(
        ISubmissionSource source, ResultsLayout.ModelEntry entry, ReadOnlySpan<PointFolder> points, SharedPaths sharedPaths, FormatContext context)
    {
        if (points.IsEmpty)
        {
            return new CurveFolder
            {
                Path = entry.Path,
                ModelName = entry.Path.Name,
                PointsPath = entry.Path,
                UnreadablePoints = entry.Unreadable,
            };
        }

        var folders = points.ToArray();
        var reference = Array.Find(folders, static point => point.Files.DescriptionObject is not null);
        var description = reference is null ? null : SystemDescriptionReader.Read(reference.Files.SystemDescription);
        var boundaries = CurveBoundaries.Of(folders, description);
        return new Curve
        {
            Path = entry.Path,
            ModelName = entry.Path.Name,
            PointsPath = entry.Path,
            UnreadablePoints = entry.Unreadable,
            Folders = folders,
            ReferencePoint = reference,
            Description = description,
            CMax = boundaries.CMax,
            CMinOverride = boundaries.Override,
            CMinBasis = boundaries.Basis,
            Regions = boundaries.Regions,
            RegionFault = boundaries.Fault,
            SharedPaths = sharedPaths.Of(folders),
        };
    }
}

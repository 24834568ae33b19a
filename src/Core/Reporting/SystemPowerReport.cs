using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>What was computed of a system's power, for writers of reports.</summary>
/// <param name="System">The system with its power; the computation there holds every figure on the way.</param>
/// <param name="Power">The system's power.</param>
/// <param name="Points">Its measured points, in order.</param>
public sealed record SystemPowerReport(SystemUnderTest System, SystemPower Power, ImmutableArray<PointPowerReport> Points)
{
    /// <summary>Gathers the systems of a submission that have a power descriptor, readable or not.</summary>
    public static ImmutableArray<SystemPowerReport> Of(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return
        [
            .. from system in submission.Systems
               where system.Power is { DescriptorFile.Exists: true }
               select new SystemPowerReport(system, system.Power!, [.. system.Curves.OfType<Curve>().SelectMany(curve => curve.MeasuredPoints).Select(point => new PointPowerReport(point))]),
        ];
    }
}

using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Concurrencies at which to measure so that every region is covered.</summary>
/// <param name="Layout">The regions that follow from them.</param>
/// <param name="Points">The measurements, ascending.</param>
public sealed record RegionPlan(RegionLayout Layout, ImmutableArray<PlannedPoint> Points);

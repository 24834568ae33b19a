using MlPerf.Endpoints.Audits.Runner.Metrics;

namespace MlPerf.Endpoints.Audits.Runner.Recording;

/// <summary>A tracked request under way.</summary>
internal struct RecordedSample
{
    public TrackedSample Tracked;

    /// <summary>Its number within the run; part of its id.</summary>
    public long Number;
}

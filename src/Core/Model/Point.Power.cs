namespace MlPerf.Endpoints.Core.Model;

public partial class Point
{
    /// <summary>How the point spreads its model, as its own system description says (v1.0); null where that is silent or could not be read.</summary>
    public Parallelism? Parallelism => Parallelism.Of(Files.DescriptionObject);

    /// <summary>The power that the point's throughput is divided by, or why there is none (v1.0).</summary>
    public Availability<PointPower> Power
    {
        get
        {
            var provisioned = Curve.System.ProvisionedPower;
            if (!provisioned.IsPresent)
            {
                return Availability<PointPower>.Absent(provisioned.Reason);
            }

            var engagement = PowerEngagement.Of(provisioned.Value, Config.NodesUsed);
            return engagement.HasFaults ? Availability<PointPower>.Absent("nodes_used cannot be resolved")
                : IsTooSmall(engagement) ? Availability<PointPower>.Absent("the nodes of nodes_used do not hold the point's replicas")
                : Availability<PointPower>.Present(provisioned.Value.Of(engagement));
        }
    }

    // A declaration of nodes on which the point cannot have run tells no power.
    private bool IsTooSmall(PowerEngagement engagement)
        => engagement.IsDeclared && Parallelism is { IsDisaggregated: false } parallelism && engagement.Accelerators < parallelism.Accelerators;
}

namespace MlPerf.Endpoints.Core.Model;

public partial class SystemUnderTest
{
    /// <summary>The system's power (v1.0); null where the revision knows none.</summary>
    public SystemPower? Power { get; init; }

    /// <summary>The provisioned power, or why there is none.</summary>
    public Availability<ProvisionedPower> ProvisionedPower => Power?.Provisioned ?? Availability<ProvisionedPower>.Absent("the revision knows no power descriptor");
}

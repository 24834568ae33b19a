namespace MlPerf.Endpoints.Core.Model;

/// <summary>Why a curve has no regions (v1.0).</summary>
public enum RegionFault
{
    /// <summary>It has them.</summary>
    None,

    /// <summary>Not every copy of the system description declares the same valid <c>c_min_override</c>, though one declares it.</summary>
    OverrideUnsound,

    /// <summary>C_max is unknown.</summary>
    CMaxUnknown,

    /// <summary>No point was measured at the declared C_min.</summary>
    OverrideNotMeasured,

    /// <summary>C_min is below 1 or above 32.</summary>
    CMinOutOfRange,

    /// <summary>C_max does not exceed 32.</summary>
    CMaxTooLow,

    /// <summary>C_max with its margin is beyond a double.</summary>
    CMaxTooLarge,
}

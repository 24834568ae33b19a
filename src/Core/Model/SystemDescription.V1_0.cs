using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

public sealed partial record SystemDescription
{
    /// <summary><c>system_name</c> (v1.0); may be empty.</summary>
    public string SystemName { get; init; } = "";

    /// <summary><c>shortened_system_name</c>, 1 to 20 code points (v1.0).</summary>
    public string ShortenedSystemName { get; init; } = "";

    /// <summary><c>system_availability_status</c>, lower-case: <c>available</c>, <c>preview</c>, <c>rdi</c> (v1.0).</summary>
    public string AvailabilityStatus { get; init; } = "";

    /// <summary><c>c_min_override</c>, concurrent requests, 1 to 32 (v1.0); null where it is not declared.</summary>
    public BigInteger? CMinOverride { get; init; }
}

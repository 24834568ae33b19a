using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary><c>dp_shortfall</c>: why a point runs fewer data-parallel replicas than the nodes allow (policy §4.5.3).</summary>
/// <param name="Actual"><c>dp_actual</c>, replicas that run.</param>
/// <param name="Formula"><c>dp_formula</c>, replicas that the formula gives.</param>
/// <param name="Reason">Why; at least one character.</param>
public sealed record DpShortfall(BigInteger Actual, BigInteger Formula, string Reason);

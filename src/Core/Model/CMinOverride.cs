using System.Collections.Immutable;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A curve's <c>c_min_override</c>, which every copy of the system description must declare alike once one of them does (policy §5.4, v1.0).</summary>
/// <param name="Declarations">One a point, in point order.</param>
/// <param name="IsMeasured">Whether a point other than a dedicated Offline run stands at the declared concurrency.</param>
public sealed record CMinOverride(ImmutableArray<CMinDeclaration> Declarations, bool IsMeasured)
{
    /// <summary>The distinct valid values, ascending.</summary>
    public ImmutableArray<BigInteger> Values { get; } = [.. Declarations.Select(declaration => declaration.Value).OfType<BigInteger>().Distinct().Order()];

    /// <summary>The one value that every copy declares; null where one lacks it, spoils it, or says otherwise.</summary>
    public BigInteger? Value => Values is [var value] && Declarations.All(declaration => declaration.Value is not null) ? value : null;
}

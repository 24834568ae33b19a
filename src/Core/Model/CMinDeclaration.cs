using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>What one point's copy of the system description says of <c>c_min_override</c> (v1.0).</summary>
/// <param name="Point">The point.</param>
/// <param name="Node">The value as it stands there; null where the copy is missing, unreadable, or does not have the key.</param>
/// <param name="Value">The value where it is a JSON integer from 1 to 32, else null.</param>
public sealed record CMinDeclaration(PointFolder Point, Node? Node, BigInteger? Value);

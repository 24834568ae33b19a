using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>How many samples an accuracy run scored on one data set (v0.7 release dialect).</summary>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Count"><c>num_samples</c>; null where it is infinite.</param>
/// <param name="Node">Where it stands.</param>
/// <param name="Pointer">JSON pointer of it.</param>
public sealed record DatasetSampleCount(string Dataset, BigInteger? Count, Node Node, string Pointer);

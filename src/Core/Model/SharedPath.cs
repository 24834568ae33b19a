using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A distinct value of <c>shared_src</c> or <c>shared_docs</c> in the points of a curve (policy §9.1, v1.0).</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Folder">The folder of the submission that it names; null where it names none.</param>
/// <param name="Points">The points that have it, in order; never empty.</param>
public sealed record SharedPath(string Field, string Value, SubmissionPath? Folder, ImmutableArray<Point> Points);
